package io.ephor.engine.read.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("validate", "mutate", "generate", "name", "exclude");

    @Test
    void findsWhatIsMeantByASlipOfTheFinger() {
        assertThat(Nearest.of("validat", KNOWN)).isEqualTo("validate");
        assertThat(Nearest.of("vlaidate", KNOWN)).isEqualTo("validate");
        assertThat(Nearest.of("nmae", KNOWN)).isEqualTo("name");
        assertThat(Nearest.of("nam", KNOWN)).isEqualTo("name");
        assertThat(Nearest.of("Exclude", KNOWN)).isEqualTo("exclude");
    }

    @Test
    void findsNothingForWhatIsFarFromEverything() {
        assertThat(Nearest.of("x", KNOWN)).isNull();
        assertThat(Nearest.of("", KNOWN)).isNull();
        assertThat(Nearest.of("validate".repeat(1_000), KNOWN)).isNull();
    }
}
