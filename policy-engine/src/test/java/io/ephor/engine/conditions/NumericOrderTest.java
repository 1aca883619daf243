package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import io.ephor.values.NumberView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericOrderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10 | GreaterThan | 1 | true",
                "'10' | GreaterThan | 1 | true",
                "100 | GreaterThan | '10' | true",
                "1 | GreaterThanOrEquals | 1 | true",
                "1 | LessThan | 1 | false",
                "1 | LessThanOrEquals | 1.5 | true",
                "'1025' | GreaterThan | 1Ki | true",
                "'1.5.5' | GreaterThan | '1.5.0' | true",
                "'1.5.0-rc.1' | LessThan | '1.5.0' | true",
                "v1.5.5 | GreaterThan | '1.5.0' | false",
                "1h | GreaterThan | 3600 | false",
                "2h | GreaterThan | 3600 | true",
                "2h | GreaterThan | 90m | true",
                "5400 | LessThan | 2h | true",
                "500m | GreaterThan | 1 | true",
                "500m | GreaterThan | '1' | false",
                "5 | LessThan | 1k | false",
                "'10' | LessThan | 1h | true",
                "abc | GreaterThan | 5 | false",
                "abc | LessThan | 5 | false",
                "5 | LessThan | abc | false",
                "null | LessThan | 5 | false",
                "true | GreaterThan | 0 | false",
                "[5] | GreaterThan | 1 | false",
                "5 | GreaterThan | [1] | false",
                "5 | GreaterThan | null | false",
                "9223372036854775807 | GreaterThan | 1h | false",
                "nan | LessThan | 1 | false",
                "nan | GreaterThanOrEquals | 1 | false",
                "inf | GreaterThan | 1 | true",
                "10 | greaterThan | 1 | false",
                "10 | GREATERTHAN | 1 | false",
                "1 | lessthan | 10 | false"
            })
    void answersAsKyvernoDoes(String key, String operator, String value, boolean expected) {
        assertThat(Conditions.holds(key, operator, value)).isEqualTo(expected);
    }

    @Test
    void comparesIntegersAsFloats() {
        LongNode greater = LongNode.valueOf((1L << 53) + 1);
        assertThat(Conditions.holdsAsked(greater, "GreaterThan", LongNode.valueOf(1L << 53), NumberView.AS_WRITTEN))
                .isFalse();
    }
}
