package io.ephor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.SourceRange;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static String rendered(String kyvernoText) {
        return Diagnostic.error("code", "message", new SourceRange("p.yaml", 1, 1, 1, 2))
                .kyvernoText(kyvernoText)
                .build()
                .render();
    }

    @Test
    void keepsSurrogatePairsWholeWhereTextsOfKyvernoAreClipped() {
        String text = "x".repeat(299);

        assertThat(rendered(text + "\uD83D\uDE00 and more")).endsWith("= Kyverno: " + text + "…\n");
        assertThat(rendered(text + "y and more")).endsWith("= Kyverno: " + text + "y…\n");
    }

    @Test
    void showsTextsOfKyvernoOnOneLine() {
        assertThat(rendered("one\r\ntwo\rthree\nfour")).endsWith("= Kyverno: one  two three four\n");
    }
}
