package io.ephor.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoJsonTest {
    @Test
    void escapesWhatGoEscapes() {
        assertThat(GoJson.list(List.of("a", "<b>&\"\\", "\u0001\n\u2028é")))
                .isEqualTo("[\"a\",\"\\u003cb\\u003e\\u0026\\\"\\\\\",\"\\u0001\\n\\u2028é\"]");
        assertThat(GoJson.list(List.of())).isEqualTo("[]");
    }
}
