package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.LongNode;
import io.ephor.values.NumberView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a | Equals | a | true",
                "a | Equals | A | false",
                "abc | Equals | a* | true",
                "a* | Equals | abc | false",
                "'1.5.2' | Equals | '1.5.*' | true",
                "'10' | Equals | '1*' | false",
                "'10' | NotEquals | '1*' | true",
                "1h | Equals | 3600 | true",
                "1h | Equals | 60m | true",
                "1Gi | Equals | 1024Mi | true",
                "1Gi | NotEquals | 1024Mi | false",
                "'0' | Equals | 0s | false",
                "text | NotEquals | 1 | true",
                "text | Equals | 1 | false",
                "1 | Equals | 1 | true",
                "1 | Equals | '1' | true",
                "1 | Equals | '1.0' | true",
                "1 | Equals | '1e0' | true",
                "1 | Equals | x | false",
                "true | Equals | true | true",
                "true | Equals | 'true' | false",
                "true | NotEquals | 'true' | true",
                "[a, b] | Equals | [a, b] | true",
                "[a, b] | Equals | [b, a] | false",
                "[a] | NotEquals | a | true",
                "{a: 1, b: 2} | Equals | {b: 2, a: 1} | true",
                "[1] | Equals | [1.5] | false",
                "null | Equals | null | false",
                "null | NotEquals | x | false",
                "x | Equals | null | false",
                "x | NotEquals | null | true",
                "'10' | NotEquals | '' | true",
                "'' | Equals | '' | true",
                "'' | NotEquals | '' | false",
                "2562047h | Equals | 2562047h1ns | true",
                "a | Equal | a | true",
                "a | NotEqual | a | false",
                "a | eQuAlS | a | true"
            })
    void answersAsKyvernoDoes(String key, String operator, String value, boolean expected) {
        assertThat(Conditions.holds(key, operator, value)).isEqualTo(expected);
    }

    @Test
    void tellsIntegersFromFloatsInsideOfListsOnly() {
        assertThat(Conditions.holdsAsked(Conditions.yaml("80"), "Equals", Conditions.yaml("80"), NumberView.FLOAT64))
                .isTrue();
        assertThat(Conditions.holds("[80]", "Equals", "[80]")).isTrue();
        String written = "{all: [{key: '{{ ports }}', operator: Equals, value: [80]}]}";
        assertThat(Conditions.evaluate(written, "{ports: [80]}").passed()).isFalse();
        String texts = "{all: [{key: '{{ names }}', operator: Equals, value: [a]}]}";
        assertThat(Conditions.evaluate(texts, "{names: [a]}").passed()).isTrue();
    }

    @Test
    void convertsWhatFitsNoIntegerAsUpstream() {
        assertThat(Conditions.holdsAsked(
                        LongNode.valueOf(Long.MIN_VALUE), "Equals", Conditions.yaml("1.5e300"), NumberView.AS_WRITTEN))
                .isTrue();
    }
}
