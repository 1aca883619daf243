package io.ephor.engine.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.NumberView;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionOperatorTest {
    @ParameterizedTest
    @EnumSource
    void isFoundInAnyCase(ConditionOperator operator) {
        String literal = operator.literal();

        assertThat(ConditionOperator.find(literal)).isEqualTo(operator);
        assertThat(ConditionOperator.find(literal.toLowerCase(Locale.ROOT))).isEqualTo(operator);
        assertThat(ConditionOperator.find(literal.toUpperCase(Locale.ROOT))).isEqualTo(operator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "==", "Equals ", "Equalss", "Any In", "Equal\u017f", "AnyI\u0131n"})
    void isNotFoundByOtherTexts(String text) {
        assertThat(ConditionOperator.find(text)).isNull();
    }

    @Test
    void decidesNothingWhereAnOrderIsSpelledInAnotherCase() {
        Operand ten = operand("10");
        Operand one = operand("1");

        assertThat(ConditionOperator.GREATER_THAN.test("GreaterThan").holds(ten, one))
                .isTrue();
        assertThat(ConditionOperator.GREATER_THAN.test("greaterThan").holds(ten, one))
                .isFalse();
        assertThat(ConditionOperator.LESS_THAN.test("LESSTHAN").holds(one, ten)).isFalse();
        assertThat(ConditionOperator.EQUALS.test("EQUALS").holds(ten, ten)).isTrue();
    }

    private static Operand operand(String yaml) {
        return new Operand(Conditions.yaml(yaml), NumberView.FLOAT64, NumberView.AS_WRITTEN);
    }
}
