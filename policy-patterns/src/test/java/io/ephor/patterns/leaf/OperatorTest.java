package io.ephor.patterns.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {
    @ParameterizedTest
    @CsvSource({
        ">=5, MORE_EQUAL",
        "<=5, LESS_EQUAL",
        ">5, MORE",
        "<5, LESS",
        "!5, NOT_EQUAL",
        ">=, MORE_EQUAL",
        "!!, NOT_EQUAL",
        "!10-20, NOT_EQUAL",
        "<>5, LESS"
    })
    void readsTheOperatorInFront(String piece, Operator operator) {
        assertThat(Operator.of(piece)).isEqualTo(operator);
    }

    @ParameterizedTest
    @CsvSource({
        "1-5, IN_RANGE",
        "-10-8, IN_RANGE",
        "-10--8, IN_RANGE",
        "-10-+8, IN_RANGE",
        "64Mi-512Mi, IN_RANGE",
        "0.5-1.5, IN_RANGE",
        "|5-10, IN_RANGE",
        "10!-20, NOT_IN_RANGE",
        "1h!-2h, NOT_IN_RANGE"
    })
    void readsRanges(String piece, Operator operator) {
        assertThat(Operator.of(piece)).isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ">",
                "<",
                "!",
                "=5",
                "5",
                "-5",
                "1-",
                "--5",
                "a-b",
                "1-a",
                "1 - 5",
                "1-5!",
                "5.10.84-1",
                "1.-2",
                "2021-01-01",
                "1-5\n",
                "١-٢",
                "é"
            })
    void everythingElseIsEqual(String piece) {
        assertThat(Operator.of(piece)).isEqualTo(Operator.EQUAL);
    }
}
