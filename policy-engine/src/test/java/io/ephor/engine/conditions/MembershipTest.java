package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | AnyIn | [a, b] | true",
                "c | AnyIn | [a, b] | false",
                "abc | AnyIn | ['a*'] | true",
                "'a*' | AnyIn | [abc] | true",
                "c | AnyNotIn | [a, b] | true",
                "c | AllNotIn | [a, b] | true",
                "a | AllIn | [a, b] | true",
                "[a, c] | AnyIn | [a, b] | true",
                "[a, c] | AllIn | [a, b] | false",
                "[a, c] | AnyNotIn | [a, b] | true",
                "[a, c] | AllNotIn | [a, b] | false",
                "[c, d] | AllNotIn | [a, b] | true",
                "[] | AnyIn | [a] | false",
                "[] | AllIn | [a] | true",
                "[] | AnyNotIn | [a] | false",
                "[] | AllNotIn | [a] | true",
                "5 | AnyIn | 1-10 | true",
                "15 | AnyIn | 1-10 | false",
                "15 | AnyNotIn | 1-10 | true",
                "5 | AnyIn | '>=5' | false",
                "[1, 15] | AnyIn | 1-10 | true",
                "[1, 15] | AllIn | 1-10 | false",
                "[1, 15] | AnyNotIn | 1-10 | true",
                "[11, 15] | AllNotIn | 1-10 | true",
                "[1, 5] | AnyNotIn | 1-10 | false",
                "[abc] | AnyNotIn | 1-10 | false",
                "abc | AnyNotIn | 1-10 | true",
                "[3] | AnyNotIn | '-5-10' | true",
                "512Mi | AnyIn | 1Mi-1Gi | true",
                "30m | AnyIn | 10s-1h | true",
                "a | AnyIn | '[\"a\",\"b\"]' | true",
                "c | AnyNotIn | '[\"a\",\"b\"]' | true",
                "[a] | AllIn | '[\"a*\"]' | true",
                "abc | AnyIn | '[\"a*\"]' | false",
                "'6' | AnyNotIn | '5' | false",
                "'6' | AllNotIn | '5' | false",
                "'6' | AnyNotIn | ['5'] | true",
                "'5' | AnyIn | '5' | true",
                "a | AnyNotIn | 'null' | true",
                "'' | AnyIn | '[null]' | true",
                "a | AnyNotIn | '1e999' | false",
                "a | AnyNotIn | '{}' | false",
                "a | AnyNotIn | b | true",
                "[a] | AnyIn | a | true",
                "[a] | AnyNotIn | a | false",
                "[abc] | AnyIn | 'a*' | true",
                "1000000 | AnyIn | [1000000] | false",
                "100000 | AnyIn | [100000] | true",
                "true | AnyIn | ['true'] | true",
                "a | AnyIn | 5 | false",
                "a | AnyNotIn | 5 | false",
                "a | AllNotIn | null | false",
                "a | AnyNotIn | {a: 1} | false",
                "['5'] | AnyIn | 5 | true",
                "['5'] | AnyNotIn | 5 | false",
                "['5'] | AllIn | 5 | false",
                "['6'] | AllNotIn | 5 | false",
                "[null, {a: 1}] | AllIn | ['<nil>', 'map[a:1]'] | true",
                "{a: 1} | AnyNotIn | [a] | false",
                "null | AllNotIn | [a] | false",
                "a | anyin | [a] | true"
            })
    void answersAsKyvernoDoes(String key, String operator, String value, boolean expected) {
        assertThat(Conditions.holds(key, operator, value)).isEqualTo(expected);
    }

    @Test
    void seesNumbersOfQueriesAsFloatsBesideWrittenIntegers() {
        String written = "{all: [{key: '1e+06', operator: AnyIn, value: [1000000, '{{ count }}']}]}";
        assertThat(Conditions.evaluate(written, "{count: 1000000}").passed()).isTrue();
        String integer = "{all: [{key: '1000000', operator: AnyIn, value: [1000000, '{{ count }}']}]}";
        assertThat(Conditions.evaluate(integer, "{count: 1}").passed()).isTrue();
        String queried = "{all: [{key: '1000000', operator: AnyIn, value: ['{{ count }}']}]}";
        assertThat(Conditions.evaluate(queried, "{count: 1000000}").passed()).isFalse();
    }

    @Test
    void givesTheSameAnswersForWrittenAndAskedTexts() {
        JsonNode values = Conditions.yaml("['a', 'a*', '*', '1-10', '[\"a\"]', '5', '', 'x?z', '{}']");
        for (ConditionOperator operator : ConditionOperator.values()) {
            for (JsonNode key : values) {
                for (JsonNode value : values) {
                    assertThat(Conditions.holdsAsked(key, operator.literal(), value, NumberView.FLOAT64))
                            .as("%s %s %s", key, operator, value)
                            .isEqualTo(Conditions.holds(key, operator.literal(), value));
                }
            }
        }
    }
}
