package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMembershipTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | In | [a, b] | true",
                "abc | In | ['a*'] | true",
                "a | NotIn | [b] | true",
                "a | NotIn | b | false",
                "a | In | 'a*' | true",
                "a | In | '[\"a\"]' | true",
                "b | NotIn | '[\"a\"]' | true",
                "5 | In | 1-10 | false",
                "5 | NotIn | 1-10 | false",
                "[a, b] | In | [a, b, c] | true",
                "[a, d] | In | [a, b] | false",
                "[a, d] | NotIn | [a, b] | true",
                "[abc] | In | ['a*'] | false",
                "[a] | In | a | true",
                "[a] | NotIn | a | true",
                "[a, b] | NotIn | a | false",
                "[a] | In | '[\"a\"]' | true",
                "[a] | In | [a, 1] | false",
                "[a] | NotIn | [b, 1] | false",
                "[a] | In | 5 | false",
                "null | NotIn | [a] | false",
                "{} | NotIn | [a] | false"
            })
    void answersAsKyvernoDoes(String key, String operator, String value, boolean expected) {
        assertThat(Conditions.holds(key, operator, value)).isEqualTo(expected);
    }

    @Test
    void refusesListsOfOtherThingsThanTexts() {
        assertThatThrownBy(() -> Conditions.holds("[a, 1]", "In", "[a]"))
                .isInstanceOf(ConditionException.class)
                .hasMessage("operators In and NotIn take lists of texts only");
    }
}
