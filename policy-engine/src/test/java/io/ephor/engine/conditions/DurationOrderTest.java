package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationOrderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1h | DurationGreaterThan | 59m | true",
                "1h | DurationGreaterThanOrEquals | 3600 | true",
                "60 | DurationLessThan | 2m | true",
                "1.9 | DurationLessThanOrEquals | 1 | true",
                "'0' | DurationLessThan | 1s | true",
                "'5' | DurationLessThan | 1h | false",
                "1h | DurationGreaterThan | x | false",
                "1h | DurationGreaterThan | null | false",
                "[1h] | DurationGreaterThan | 1s | false",
                "1h | durationgreaterthan | 1s | false",
                "1h | DurationLessThan | 2d | false"
            })
    void answersAsKyvernoDoes(String key, String operator, String value, boolean expected) {
        assertThat(Conditions.holds(key, operator, value)).isEqualTo(expected);
    }
}
