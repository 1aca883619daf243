package io.ephor.jmespath.function.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.ArgumentType;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.values.GoDuration;
import io.ephor.values.JsonNumber;
import io.ephor.values.Quantity;

/**
 * What arithmetic works on. A text is a quantity before it is a duration: {@code 5m} is five thousandths.
 *
 * <p>Kyverno: pkg/engine/jmespath/arithmetic.go
 */
sealed interface Operand permits Scalar, Amount, Span {
    /**
     * Returns the operand that a value is.
     *
     * @param function by whose name errors go
     * @throws FunctionException if it is none
     */
    static Operand of(JsonNode value, String function) {
        if (ArgumentType.isNumber(value)) {
            return new Scalar(JsonNumber.doubleValue(value));
        }
        if (value.isTextual()) {
            Quantity quantity = Quantity.tryParse(value.textValue());
            if (quantity != null) {
                return new Amount(quantity);
            }
            GoDuration duration = GoDuration.tryParse(value.textValue());
            if (duration != null) {
                return new Span(duration);
            }
        }
        throw FunctionException.of(function, "invalid operand");
    }

    /**
     * Returns the sum.
     *
     * @param function by whose name errors go: {@code sum} adds too
     */
    JsonNode plus(Operand other, String function);

    JsonNode minus(Operand other);

    JsonNode times(Operand other);

    JsonNode dividedBy(Operand other);

    JsonNode modulo(Operand other);

    /** The error of operands that don't go together. */
    static FunctionException mismatch(String function) {
        return FunctionException.of(function, "Types mismatch");
    }

    /** The error of a division by nothing. */
    static FunctionException zeroDivisor(String function) {
        return FunctionException.of(function, "Zero divisor passed");
    }

    /** The whole number that a float64 is; one that is none has no remainder. */
    static long whole(double number) {
        long whole = (long) number;
        if (whole != number || number == 0x1p63) {
            throw FunctionException.of("modulo", "Non-integer argument(s) passed for modulo");
        }
        return whole;
    }
}
