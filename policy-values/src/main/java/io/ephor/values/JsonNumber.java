package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * How a numeric JSON node is seen in Go: as an int64 or as a float64. All methods take numeric nodes only, of any Jackson
 * type.
 */
public final class JsonNumber {
    private JsonNumber() {}

    /**
     * {@return whether the number is an int64 under the view: as written, a number without fraction and exponent that
     * fits 64 bits} A node of a floating-point type counts as written with a fraction.
     *
     * @param number the number
     * @param view how numbers are seen
     * @throws IllegalArgumentException if the node is not a number
     */
    public static boolean isInteger(JsonNode number, NumberView view) {
        JsonNode checked = requireNumber(number);
        return view == NumberView.AS_WRITTEN && isWritten(checked);
    }

    /**
     * {@return the value of a number for which {@link #isInteger} holds as written}
     *
     * @param number the number
     * @throws IllegalArgumentException if the node is not such a number
     */
    public static long longValue(JsonNode number) {
        if (!isWritten(requireNumber(number))) {
            throw new IllegalArgumentException("not a whole number of 64 bits");
        }
        return number.longValue();
    }

    /**
     * {@return the value as a float64, rounded where that has not enough digits; infinite where it is too large}
     *
     * @param number the number
     * @throws IllegalArgumentException if the node is not a number
     */
    public static double doubleValue(JsonNode number) {
        return switch (requireNumber(number).numberType()) {
            // The digits that were written count, not the binary value that a wider type would show.
            case FLOAT -> Double.parseDouble(Float.toString(number.floatValue()));
            case INT, LONG, BIG_INTEGER, DOUBLE, BIG_DECIMAL -> number.doubleValue();
        };
    }

    /**
     * {@return the text of a number as Go's {@code %v} prints it: a whole number in full, a float64 as
     * {@link NumberText#general}}
     *
     * @param number the number
     * @param view how numbers are seen
     * @throws IllegalArgumentException if the node is not a number
     */
    public static String text(JsonNode number, NumberView view) {
        return isInteger(number, view) ? Long.toString(number.longValue()) : NumberText.general(doubleValue(number));
    }

    /**
     * {@return the text of a number as Go's JSON encoder writes it: a whole number in full, a float64 as
     * {@link NumberText#json}; infinities and NaN, which JSON has not, as Java writes them}
     *
     * @param number the number
     * @throws IllegalArgumentException if the node is not a number
     */
    public static String jsonText(JsonNode number) {
        if (isInteger(number, NumberView.AS_WRITTEN)) {
            return Long.toString(number.longValue());
        }
        double value = doubleValue(number);
        return Double.isFinite(value) ? NumberText.json(value) : Double.toString(value);
    }

    /**
     * Compares two numbers by the exact values that they have under the view, {@code -0} being equal to {@code 0}.
     *
     * @param left the one
     * @param right the other
     * @param view how numbers are seen
     * @return a negative number, 0 or a positive number, as for {@link java.util.Comparator#compare}
     * @throws IllegalArgumentException if a node is not a number
     */
    public static int compare(JsonNode left, JsonNode right, NumberView view) {
        return compare(left, view, right, view);
    }

    /**
     * Compares two numbers by the exact values that each has under a view of its own.
     *
     * @param left the one
     * @param leftView how the one is seen
     * @param right the other
     * @param rightView how the other is seen
     * @return a negative number, 0 or a positive number, as for {@link java.util.Comparator#compare}
     * @throws IllegalArgumentException if a node is not a number
     */
    public static int compare(JsonNode left, NumberView leftView, JsonNode right, NumberView rightView) {
        boolean leftInteger = isInteger(left, leftView);
        boolean rightInteger = isInteger(right, rightView);
        if (leftInteger && rightInteger) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (leftInteger) {
            return compare(left.longValue(), doubleValue(right));
        }
        if (rightInteger) {
            return -compare(right.longValue(), doubleValue(left));
        }
        return compare(doubleValue(left), doubleValue(right));
    }

    private static int compare(double left, double right) {
        return left == right ? 0 : Double.compare(left, right);
    }

    private static int compare(long left, double right) {
        int rough = compare((double) left, right);
        if (rough != 0 || Math.abs(right) < 0x1p53) {
            return rough;
        }
        return BigDecimal.valueOf(left).compareTo(new BigDecimal(right));
    }

    private static boolean isWritten(JsonNode number) {
        return switch (number.numberType()) {
            case INT, LONG -> true;
            case BIG_INTEGER -> number.canConvertToLong();
            case BIG_DECIMAL -> number.decimalValue().scale() == 0 && number.canConvertToLong();
            case FLOAT, DOUBLE -> false;
        };
    }

    private static JsonNode requireNumber(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("not a number: " + node.getNodeType());
        }
        return node;
    }
}
