package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.ephor.values.text.ShortestDecimal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain scalars that start with a digit, a sign or a dot as Go's YAML reader does: underscores anywhere, the
 * prefixes of Go's integer literals, octal by a leading zero, 64 bits with and without sign, else a decimal float64.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/resolve.go
 */
final class YamlNumbers {
    private static final int SMALL_DIGITS = 18;
    private static final int FLOAT_DIGITS = 9;
    private static final int MOST_INTEGER_CHARS = 80;
    private static final double EXACT_INTEGERS = 0x1p53;
    private static final double SIGNED_RANGE = 0x1p63;

    private YamlNumbers() {}

    /** Returns the number as an integer node or a double node, null when the text is none. */
    static @Nullable JsonNode read(String text) {
        char first = text.charAt(0);
        if (text.length() <= SMALL_DIGITS && (first != '0' || text.length() == 1)) {
            long value = digits(text);
            if (value >= 0) {
                return integer(value);
            }
        }
        String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
        JsonNode integer = plain.length() > MOST_INTEGER_CHARS ? null : goInteger(plain);
        if (integer != null) {
            return integer;
        }
        if (isDecimalFloat(plain)) {
            return finite(plain);
        }
        // An oddity of the reader: after `0b` it parses once more, and accepts a sign there.
        return plain.startsWith("0b") && plain.length() <= MOST_INTEGER_CHARS
                ? signed(plain.substring(2), 2, false)
                : null;
    }

    /** Reads a scalar that starts with a dot; underscores are allowed between digits only. */
    static @Nullable JsonNode readFraction(String text) {
        boolean underscored = text.indexOf('_') >= 0;
        if (underscored && !underscoresStandBetweenDigits(text)) {
            return null;
        }
        String plain = underscored ? text.replace("_", "") : text;
        return isDecimalFloat(plain) ? finite(plain) : null;
    }

    /**
     * Returns the number that Go's JSON writer and Kubernetes' JSON reader make of a number: a float64 without a fraction
     * becomes an integer when its text fits 64 bits, and an integer beyond 64 bits a float64. Null for infinities and NaN, which JSON does not have.
     */
    static @Nullable JsonNode json(JsonNode number) {
        if (number instanceof BigIntegerNode) {
            return DoubleNode.valueOf(number.doubleValue());
        }
        if (!(number instanceof DoubleNode)) {
            return number;
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) > SIGNED_RANGE) {
            return number;
        }
        if (Math.abs(value) <= EXACT_INTEGERS) {
            return integer((long) value);
        }
        BigInteger written = new BigInteger(ShortestDecimal.of(value).plain());
        return written.bitLength() < Long.SIZE ? integer(written.longValue()) : number;
    }

    /** Returns a float64 key as the text that Go writes for it as a float32. */
    static String keyText(double value) {
        float narrow = (float) value;
        if (Float.isNaN(narrow)) {
            return ".nan";
        }
        if (Float.isInfinite(narrow)) {
            return narrow > 0 ? ".inf" : "-.inf";
        }
        ShortestDecimal digits = shortest(narrow);
        boolean isPlain = digits.exponent() >= -4 && digits.exponent() < 6;
        return isPlain ? digits.plain() : digits.scientific('e', 2);
    }

    static JsonNode integer(long value) {
        return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
    }

    private static long digits(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Reads an integer as Go's base 0 does. */
    private static @Nullable JsonNode goInteger(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        boolean negative = signed && text.charAt(0) == '-';
        String body = signed ? text.substring(1) : text;
        if (body.length() < 2 || body.charAt(0) != '0') {
            return magnitude(body, 10, signed, negative);
        }
        return switch (body.charAt(1)) {
            case 'x', 'X' -> magnitude(body.substring(2), 16, signed, negative);
            case 'b', 'B' -> magnitude(body.substring(2), 2, signed, negative);
            case 'o', 'O' -> magnitude(body.substring(2), 8, signed, negative);
            default -> magnitude(body.substring(1), 8, signed, negative);
        };
    }

    private static @Nullable JsonNode signed(String text, int radix, boolean negative) {
        boolean hasSign = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        boolean below = hasSign && text.charAt(0) == '-';
        return magnitude(hasSign ? text.substring(1) : text, radix, true, negative || below);
    }

    private static @Nullable JsonNode magnitude(String digits, int radix, boolean signed, boolean negative) {
        if (digits.isEmpty()) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c > 'f' || Character.digit(c, radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(digits, radix);
        BigInteger result = negative ? value.negate() : value;
        if (result.bitLength() < Long.SIZE) {
            return integer(result.longValue());
        }
        // A sign, even a plus, rules the unsigned reading out.
        return signed || result.bitLength() > Long.SIZE ? null : BigIntegerNode.valueOf(result);
    }

    /** {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?} */
    private static boolean isDecimalFloat(String text) {
        int length = text.length();
        int i = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int whole = digitsFrom(text, i);
        i += whole;
        if (i < length && text.charAt(i) == '.') {
            int fraction = digitsFrom(text, i + 1);
            if (whole == 0 && fraction == 0) {
                return false;
            }
            i += 1 + fraction;
        } else if (whole == 0) {
            return false;
        }
        if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i++;
            if (i < length && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
                i++;
            }
            int power = digitsFrom(text, i);
            return power > 0 && i + power == length;
        }
        return i == length;
    }

    private static int digitsFrom(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i - from;
    }

    private static boolean underscoresStandBetweenDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '_') {
                continue;
            }
            boolean between =
                    i > 0 && i + 1 < text.length() && isDigit(text.charAt(i - 1)) && isDigit(text.charAt(i + 1));
            if (!between) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A number beyond float64 is a text. */
    private static @Nullable JsonNode finite(String text) {
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : DoubleNode.valueOf(value);
    }

    private static ShortestDecimal shortest(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < FLOAT_DIGITS; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (rounded.floatValue() == value) {
                return of(rounded, value);
            }
        }
        return of(exact.round(new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN)), value);
    }

    private static ShortestDecimal of(BigDecimal decimal, float value) {
        BigDecimal digits = decimal.abs().stripTrailingZeros();
        boolean negative = Math.copySign(1, value) < 0;
        int exponent = value == 0 ? 0 : digits.precision() - digits.scale() - 1;
        return new ShortestDecimal(negative, digits.unscaledValue().longValueExact(), exponent);
    }
}
