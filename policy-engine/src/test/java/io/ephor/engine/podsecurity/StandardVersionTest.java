package io.ephor.engine.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardVersionTest {
    @Test
    void readsTheNewestVersionAndNumberedOnes() {
        assertThat(StandardVersion.parse("")).contains(StandardVersion.LATEST);
        assertThat(StandardVersion.parse("latest")).contains(StandardVersion.LATEST);
        assertThat(StandardVersion.parse("v1.0")).contains(new StandardVersion(0));
        assertThat(StandardVersion.parse("v1.24")).contains(new StandardVersion(24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Latest", "v1", "v1.", "v1.024", "v1.-1", "v1.+1", "v2.0", "1.25", "v1.25.1", " v1.2", "v1.٣"})
    void refusesEverythingElse(String text) {
        assertThat(StandardVersion.parse(text)).isEmpty();
    }

    @Test
    void takesNumbersOfSixtyFourBitsAndNoLargerOnes() {
        assertThat(StandardVersion.parse("v1." + Long.MAX_VALUE)).contains(new StandardVersion(Integer.MAX_VALUE - 1));
        assertThat(StandardVersion.parse("v1.9223372036854775808")).isEmpty();
        assertThat(StandardVersion.parse("v1." + "9".repeat(100_000))).isEmpty();
    }
}
