package io.ephor.values;

import io.ephor.values.text.Excerpt;
import io.ephor.values.text.FloatReader;
import io.ephor.values.text.ShortestDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Texts of numbers as Go prints and reads them; patterns and messages of Kyverno depend on the very characters. Whole
 * numbers print as Java prints a {@code long}; the printers here are for float64.
 */
public final class NumberText {
    private static final double EXACT_LONGS = 0x1p53;

    private NumberText() {}

    /**
     * {@return the number with six decimals, rounded half to even on its exact value ({@code %f}): {@code 8080.000000}}
     *
     * @param number the number
     */
    public static String fixed(double number) {
        if (!Double.isFinite(number)) {
            return special(number);
        }
        String sign = Math.copySign(1, number) < 0 ? "-" : "";
        double size = Math.abs(number);
        if (size < EXACT_LONGS && size == (long) size) {
            return sign + (long) size + ".000000";
        }
        return sign + new BigDecimal(size).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }

    /**
     * {@return the shortest digits that read back, with an exponent of two digits or more: {@code 8.08E+03}}
     *
     * @param number the number
     */
    public static String scientific(double number) {
        return Double.isFinite(number) ? ShortestDecimal.of(number).scientific('E', 2) : special(number);
    }

    /**
     * {@return the shortest digits that read back, with an exponent below 1e-04 and from 1e+06 on ({@code %v}):
     * {@code 8080}, {@code 1.234567e+06}}
     *
     * @param number the number
     */
    public static String general(double number) {
        if (!Double.isFinite(number)) {
            return special(number);
        }
        ShortestDecimal decimal = ShortestDecimal.of(number);
        boolean plain = number == 0 || (decimal.exponent() >= -4 && decimal.exponent() < 6);
        return plain ? decimal.plain() : decimal.scientific('e', 2);
    }

    /**
     * {@return the number as Go's JSON encoder writes it: the shortest digits that read back, with an exponent below
     * 1e-6 and from 1e21 on}
     *
     * @param number the number
     * @throws IllegalArgumentException for infinities and NaN, which JSON has not
     */
    public static String json(double number) {
        return json(number, 1);
    }

    /**
     * {@return the number as {@code json-iterator} writes it: like {@link #json}, with an exponent of two digits or more}
     *
     * @param number the number
     * @throws IllegalArgumentException for infinities and NaN, which JSON has not
     */
    public static String jsonIterator(double number) {
        return json(number, 2);
    }

    private static String json(double number, int exponentDigits) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no number for `" + special(number) + "`");
        }
        double size = Math.abs(number);
        ShortestDecimal decimal = ShortestDecimal.of(number);
        boolean plain = size == 0 || (size >= 1e-6 && size < 1e21);
        return plain ? decimal.plain() : decimal.scientific('e', exponentDigits);
    }

    /**
     * Reads a whole number as Go's {@code ParseInt(text, 10, 64)}: a sign and ASCII digits that fit 64 bits.
     *
     * @param text the text
     * @return the number, or empty where the text is none
     */
    public static OptionalLong parseInteger(String text) {
        boolean negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        if (at == text.length()) {
            return OptionalLong.empty();
        }
        // Counted downwards, because the lowest number has no positive counterpart.
        long value = 0;
        for (; at < text.length(); at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
                return OptionalLong.empty();
            }
            value = value * 10 - digit;
        }
        if (negative) {
            return OptionalLong.of(value);
        }
        return value == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(-value);
    }

    /**
     * {@return why a text is no whole number, as Go's {@code ParseInt} says it} Long texts are cut.
     *
     * @param text a text for which {@link #parseInteger} is empty
     */
    public static String integerFault(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean digits = start < text.length();
        for (int i = start; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        String reason = digits ? "value out of range" : "invalid syntax";
        return "strconv.ParseInt: parsing " + GoQuote.of(Excerpt.of(text)) + ": " + reason;
    }

    /**
     * Reads a float64 as Go's {@code ParseFloat(text, 64)}: decimal or hexadecimal with a binary exponent,
     * {@code _} between digits, {@code inf}, {@code infinity} and {@code nan} in any case. A number that is too large
     * for a float64 is refused.
     *
     * @param text the text
     * @return the number, or empty where the text is none
     */
    public static OptionalDouble parseFloat(String text) {
        return FloatReader.read(text);
    }

    private static String special(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return number > 0 ? "+Inf" : "-Inf";
    }
}
