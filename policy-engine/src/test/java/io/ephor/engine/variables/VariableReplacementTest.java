package io.ephor.engine.variables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariableReplacementTest {
    @Test
    void replacesWhatAFirstPassFinds() {
        assertThat(replaced("a {{b}} c {{d}}{{e}}")).isEqualTo("a <{{b}}> c <{{d}}>{{e}}");
        assertThat(replaced("x\\{{a}} {{ {{ b }} }}")).isEqualTo("x\\{{a}} {{ <{{ b }}> }}");
        assertThat(replaced("none")).isEqualTo("none");
    }

    private static String replaced(String text) {
        return VariableReplacement.replaced(text, variable -> "<" + variable + ">");
    }
}
