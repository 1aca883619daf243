package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceScannerTest {
    @Test
    void readsUpToTheLastParenthesisBeforeABlank() {
        assertThat(found("$(/a)$(/b) x$(c)y)")).containsExactly("$(/a)$(/b)", "$(c)y)");
        assertThat(found("($(/a))")).containsExactly("$(/a))");
        assertThat(found("$(a b)")).isEmpty();
        assertThat(found("$(( 1 + 1 ))")).isEmpty();
    }

    @Test
    void wantsACharacterInside() {
        assertThat(found("$()")).isEmpty();
        assertThat(found("$())")).containsExactly("$())");
        assertThat(found("$(\n)")).isEmpty();
        assertThat(found("$( )")).containsExactly("$( )");
    }

    @Test
    void passesOverEscapedReferences() {
        assertThat(found("\\$(a)")).isEmpty();
        assertThat(ReferenceScanner.escaped("\\$(a) \\$(b\\$(c)")).containsExactly("\\$(a)", "\\$(b\\$(c)");
        assertThat(ReferenceScanner.escaped("\\$() \\$(a b)")).isEmpty();
    }

    private static List<String> found(String text) {
        return ReferenceScanner.matches(text).stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
    }
}
