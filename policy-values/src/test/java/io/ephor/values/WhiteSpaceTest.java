package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhiteSpaceTest {
    @Test
    void trimsAllThatUnicodeCallsWhiteSpace() {
        assertThat(WhiteSpace.trim("\u3000\t a b\u0085\u00a0\u2003\n")).isEqualTo("a b");
        assertThat(WhiteSpace.trim("\u200ba")).isEqualTo("\u200ba");
        assertThat(WhiteSpace.trim(" \n ")).isEmpty();
    }
}
