package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ShortNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonNumberTest {
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(63);

    @Test
    void wholeNumbersOfSixtyFourBitsAreIntegersAsWritten() {
        List<JsonNode> integers = List.of(
                IntNode.valueOf(7),
                LongNode.valueOf(7),
                ShortNode.valueOf((short) 7),
                BigIntegerNode.valueOf(BigInteger.valueOf(7)),
                DecimalNode.valueOf(new BigDecimal("7")));
        for (JsonNode integer : integers) {
            assertThat(JsonNumber.isInteger(integer, NumberView.AS_WRITTEN)).isTrue();
            assertThat(JsonNumber.isInteger(integer, NumberView.FLOAT64)).isFalse();
            assertThat(JsonNumber.longValue(integer)).isEqualTo(7);
            assertThat(JsonNumber.doubleValue(integer)).isEqualTo(7.0);
            assertThat(JsonNumber.text(integer, NumberView.AS_WRITTEN)).isEqualTo("7");
        }
    }

    @Test
    void allOtherNumbersAreFloats() {
        List<JsonNode> floats = List.of(
                DoubleNode.valueOf(7),
                FloatNode.valueOf(7),
                BigIntegerNode.valueOf(BEYOND),
                DecimalNode.valueOf(new BigDecimal("7.0")),
                DecimalNode.valueOf(new BigDecimal("1E+1")),
                DecimalNode.valueOf(new BigDecimal(BEYOND)));
        for (JsonNode number : floats) {
            assertThat(JsonNumber.isInteger(number, NumberView.AS_WRITTEN)).isFalse();
            assertThatIllegalArgumentException().isThrownBy(() -> JsonNumber.longValue(number));
        }
    }

    @Test
    void aFloatHasTheValueOfItsDigits() {
        assertThat(JsonNumber.doubleValue(FloatNode.valueOf(0.1f))).isEqualTo(0.1);
    }

    @Test
    void textsDependOnTheView() {
        JsonNode million = LongNode.valueOf(1_000_000);
        assertThat(JsonNumber.text(million, NumberView.AS_WRITTEN)).isEqualTo("1000000");
        assertThat(JsonNumber.text(million, NumberView.FLOAT64)).isEqualTo("1e+06");
    }

    @Test
    void comparesExactlyWhereItCan() {
        JsonNode odd = LongNode.valueOf((1L << 53) + 1);
        JsonNode even = DoubleNode.valueOf(0x1p53);
        assertThat(JsonNumber.compare(odd, even, NumberView.AS_WRITTEN)).isPositive();
        assertThat(JsonNumber.compare(even, odd, NumberView.AS_WRITTEN)).isNegative();
        assertThat(JsonNumber.compare(odd, even, NumberView.FLOAT64)).isZero();
        assertThat(JsonNumber.compare(IntNode.valueOf(0), DoubleNode.valueOf(-0.0), NumberView.AS_WRITTEN))
                .isZero();
        assertThat(JsonNumber.compare(
                        LongNode.valueOf(Long.MAX_VALUE), DoubleNode.valueOf(0x1p63), NumberView.AS_WRITTEN))
                .isNegative();
        assertThat(JsonNumber.compare(odd, DoubleNode.valueOf(Double.NEGATIVE_INFINITY), NumberView.AS_WRITTEN))
                .isPositive();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void hugeNumbersHaveDefinedValues() throws JsonProcessingException {
        JsonNode huge = new ObjectMapper().readTree("1e400");
        assertThat(JsonNumber.doubleValue(huge)).isInfinite();
        assertThat(JsonNumber.text(huge, NumberView.AS_WRITTEN)).isEqualTo("+Inf");
        JsonNode decimal = DecimalNode.valueOf(new BigDecimal("1e2147483647"));
        assertThat(JsonNumber.isInteger(decimal, NumberView.AS_WRITTEN)).isFalse();
        assertThat(JsonNumber.doubleValue(decimal)).isInfinite();
        assertThat(JsonNumber.doubleValue(DecimalNode.valueOf(new BigDecimal("1e-2147483647"))))
                .isZero();
        JsonNode long10Million = BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(33_000_000));
        assertThat(JsonNumber.doubleValue(long10Million)).isInfinite();
        assertThat(JsonNumber.isInteger(long10Million, NumberView.AS_WRITTEN)).isFalse();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonNumber.isInteger(TextNode.valueOf("1"), NumberView.FLOAT64));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonNumber.doubleValue(TextNode.valueOf("1")));
    }
}
