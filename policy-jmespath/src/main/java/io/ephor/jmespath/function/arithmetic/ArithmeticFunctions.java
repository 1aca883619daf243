package io.ephor.jmespath.function.arithmetic;

import static io.ephor.jmespath.function.ArgumentType.ANY;
import static io.ephor.jmespath.function.ArgumentType.ARRAY;
import static io.ephor.jmespath.function.ArgumentType.NUMBER;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.ItemList;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Numbers;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.GoPower;
import io.ephor.values.JsonNumber;
import java.util.List;

/**
 * {@code add}, {@code sum}, {@code subtract}, {@code multiply}, {@code divide}, {@code modulo} and {@code round}.
 *
 * <p>Kyverno: pkg/engine/jmespath/arithmetic.go, functions.go
 */
public final class ArithmeticFunctions {
    /** All of them. */
    public static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("add", ANY, ANY),
                    (given, context) -> left("add", given).plus(right("add", given), "add")),
            new NamedFunction(Signature.of("sum", ARRAY), ArithmeticFunctions::sum),
            new NamedFunction(
                    Signature.of("subtract", ANY, ANY),
                    (given, context) -> left("subtract", given).minus(right("subtract", given))),
            new NamedFunction(
                    Signature.of("multiply", ANY, ANY),
                    (given, context) -> left("multiply", given).times(right("multiply", given))),
            new NamedFunction(
                    Signature.of("divide", ANY, ANY),
                    (given, context) -> left("divide", given).dividedBy(right("divide", given))),
            new NamedFunction(
                    Signature.of("modulo", ANY, ANY),
                    (given, context) -> left("modulo", given).modulo(right("modulo", given))),
            new NamedFunction(Signature.of("round", NUMBER, NUMBER), (given, context) -> round(given)));

    private static final int DIGITS_READ_AT_ONCE = 1_000;

    private ArithmeticFunctions() {}

    private static Operand left(String function, List<JsonNode> given) {
        return Operand.of(given.get(0), function);
    }

    private static Operand right(String function, List<JsonNode> given) {
        return Operand.of(given.get(1), function);
    }

    /** Adds from left to right; a single element is returned as it is, whatever it is. */
    private static JsonNode sum(List<JsonNode> given, FunctionContext context) {
        JsonNode items = given.get(0);
        if (items instanceof ItemList) {
            throw Operand.mismatch("sum");
        }
        if (items.isEmpty()) {
            throw FunctionException.of("sum", "at least one element in the array is required");
        }
        JsonNode result = items.get(0);
        long read = 0;
        for (int i = 1; i < items.size(); i++) {
            // Each sum is read again; a list of short texts must not make much work by one long one.
            read += result.isTextual() ? readingCost(result.textValue().length()) : 0;
            if (read > context.textLength()) {
                throw FunctionException.limit(
                        "sums take more work than reading " + context.textLength() + " characters");
            }
            result = Operand.of(result, "sum").plus(Operand.of(items.get(i), "sum"), "sum");
        }
        return result;
    }

    /** The work of reading a number: as much as a text of so many characters, long numbers by the square. */
    private static long readingCost(int digits) {
        return digits * (1L + digits / DIGITS_READ_AT_ONCE);
    }

    /** Rounds half away from zero. The place of the text that says which argument is out of bounds stays unfilled. */
    private static JsonNode round(List<JsonNode> given) {
        double number = JsonNumber.doubleValue(given.get(0));
        double length = JsonNumber.doubleValue(given.get(1));
        if (length != Math.rint(length) || Double.isInfinite(length) || length >= 0x1p63 || length < -0x1p63) {
            throw FunctionException.of("round", "Non-integer argument(s) passed for round off");
        }
        if (length < 0) {
            throw FunctionException.of("round", "%!d(MISSING) argument is out of bounds (%!d(MISSING))");
        }
        double shift = GoPower.squaredOfTen((long) length);
        return Numbers.of(halfAwayFromZero(number * shift) / shift);
    }

    private static double halfAwayFromZero(double number) {
        double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
        return Math.abs(number - whole) >= 0.5 ? whole + Math.copySign(1, number) : whole;
    }
}
