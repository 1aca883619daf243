package io.ephor.jmespath.function.arithmetic;

import static io.ephor.jmespath.function.Searches.assertFails;
import static io.ephor.jmespath.function.Searches.assertResult;
import static io.ephor.jmespath.function.Searches.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.jmespath.JmesPathException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ArithmeticFunctionsTest {
    @Test
    void addsAndSubtractsOperandsOfOneKind() {
        assertResult("add(`1`, `2.5`)", "3.5");
        assertResult("add('500', '500')", "\"1k\"");
        assertResult("add('1h', '1800s')", "\"1h30m0s\"");
        assertResult("subtract('1Gi', '512Mi')", "\"512Mi\"");
        assertResult("subtract(`1`, `2`)", "-1");
        assertResult("subtract('1h', '5400s')", "\"-30m0s\"");
    }

    @Test
    void readsATextAsQuantityBeforeDuration() {
        assertResult("add('5m', '5m')", "\"10m\"");
        assertFails("add('1h', '30m')", "JMESPath function 'add': Types mismatch");
        assertFails("add('5K', '1')", "JMESPath function 'add': invalid operand");
        assertFails("subtract(`null`, `1`)", "JMESPath function 'subtract': invalid operand");
        assertFails("multiply(`true`, `1`)", "JMESPath function 'multiply': invalid operand");
    }

    @Test
    void refusesOperandsThatDoNotGoTogether() {
        assertFails("add(`1`, '1')", "JMESPath function 'add': Types mismatch");
        assertFails("subtract('1h', `1`)", "JMESPath function 'subtract': Types mismatch");
        assertFails("multiply('1', '1')", "JMESPath function 'multiply': Types mismatch");
        assertFails("multiply('1h', '1h')", "JMESPath function 'multiply': Types mismatch");
        assertFails("divide(`1`, '1')", "JMESPath function 'divide': Types mismatch");
        assertFails("divide('1', '1h')", "JMESPath function 'divide': Types mismatch");
        assertFails("modulo('1', `1`)", "JMESPath function 'modulo': Types mismatch");
        assertFails("modulo(`1`, '1h')", "JMESPath function 'modulo': Types mismatch");
    }

    @Test
    void sumsFromTheLeftAndLeavesASingleElementAlone() {
        assertResult("sum(`[1, 2, 3]`)", "6");
        assertResult("sum(['1h', '30s'])", "\"1h0m30s\"");
        assertResult("sum(['abc'])", "\"abc\"");
        assertFails("sum(`[]`)", "JMESPath function 'sum': at least one element in the array is required");
        assertFails("sum(['a', 'b'])", "JMESPath function 'sum': invalid operand");
        assertFails("sum([`1`, '1'])", "JMESPath function 'sum': Types mismatch");
    }

    @Test
    void multipliesWithPlainNumbers() {
        assertResult("multiply(`2`, `3`)", "6");
        assertResult("multiply('100m', `3`)", "\"300m\"");
        assertResult("multiply(`2`, '1Gi')", "\"2Gi\"");
        assertResult("multiply('1h', `1.5`)", "\"1h30m0s\"");
        assertResult("multiply(`1e18`, '1h')", "\"-2562047h47m16.854775808s\"");
        assertFails(
                "multiply('1', avg(`[]`))",
                "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
    }

    @Test
    void dividesQuantitiesAtTheScaleThatWasWritten() {
        assertResult("divide('10', `4`)", "\"2\"");
        assertResult("divide('10.0', `4`)", "\"2500m\"");
        assertResult("divide(`10`, `4`)", "2.5");
        assertResult("divide('12Ki', `5`)", "\"2457\"");
        assertResult("divide('61.04891', '43.9Mi')", "0.000001326213610742521");
        assertResult("divide('1h', '1800s')", "2");
        assertResult("divide('1h', `2`)", "\"30m0s\"");
    }

    @Test
    void nothingIsDividedByZero() {
        for (String expression : new String[] {
            "divide(`1`, `0`)", "divide('1', `0`)", "divide('1', '0')", "divide('1h', `0`)", "divide('1h', '0s')"
        }) {
            assertFails(expression, "JMESPath function 'divide': Zero divisor passed");
        }
        for (String expression : new String[] {"modulo(`1`, `0`)", "modulo('1', '0')", "modulo('1h', '0s')"}) {
            assertFails(expression, "JMESPath function 'modulo': Zero divisor passed");
        }
    }

    @Test
    void remaindersHaveTheSignOfTheDividend() {
        assertResult("modulo(`-7`, `3`)", "-1");
        assertResult("modulo('5Ki', '3Ki')", "\"2Ki\"");
        assertResult("modulo('1h1s', '1800s')", "\"1s\"");
        String reason = "JMESPath function 'modulo': Non-integer argument(s) passed for modulo";
        assertFails("modulo(`1.5`, `0`)", reason);
        assertFails("modulo('1.5', '1')", reason);
        assertFails("modulo('9223372036854775807', '2')", reason);
        assertFails("modulo(`1e19`, `2`)", reason);
    }

    @Test
    void roundsHalfAwayFromZeroOnBinaryNumbers() {
        assertResult("round(`2.5`, `0`)", "3");
        assertResult("round(`-2.5`, `0`)", "-3");
        assertResult("round(`1.005`, `2`)", "1");
        assertResult("round(`3.5`, `300`)", "3.5");
        assertThat(search("round(`1`, `309`)", JsonNodeFactory.instance.nullNode())
                        .doubleValue())
                .isNaN();
        assertFails("round(`1`, `1.5`)", "JMESPath function 'round': Non-integer argument(s) passed for round off");
        assertFails(
                "round(`1`, `-1`)", "JMESPath function 'round': %!d(MISSING) argument is out of bounds (%!d(MISSING))");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void hugeExponentsAreNoOperands() {
        assertFails("add('1e2147483647', '1')", "JMESPath function 'add': invalid operand");
        assertFails("add('1e-2147483648', '1')", "JMESPath function 'add': invalid operand");
        assertResult("add('1e-9999', '1')", "\"1000000001e-9\"");
        assertThat(search("divide('1e10000', `3`)", JsonNodeFactory.instance.nullNode())
                        .textValue())
                .hasSize(10_000)
                .matches("3+");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void manySmallElementsAfterAHugeOneEndAtALimit() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add("1e9999");
        for (int i = 0; i < 100_000; i++) {
            list.add("1");
        }
        assertThatThrownBy(() -> search("sum(@)", list))
                .isInstanceOfSatisfying(
                        JmesPathException.class,
                        exception -> assertThat(exception.code()).isEqualTo(JmesPathException.Code.LIMIT));
    }
}
