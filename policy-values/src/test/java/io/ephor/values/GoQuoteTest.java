package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoQuoteTest {
    @Test
    void escapesWhatGoEscapes() {
        assertThat(GoQuote.of("a\"b\\c\n\u0000\u007f\u00e4\u65e5\ud83d\ude00"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\x00\\x7f\u00e4\u65e5\ud83d\ude00\"");
        assertThat(GoQuote.of("\u00a0\u200b\ud800")).isEqualTo("\"\\u00a0\\u200b\\ufffd\"");
        assertThat(GoQuote.of("\udb40\udc01")).isEqualTo("\"\\U000e0001\"");
    }
}
