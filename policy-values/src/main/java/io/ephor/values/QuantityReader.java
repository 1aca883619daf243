package io.ephor.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one quantity text; used once and thrown away. Short numbers become 64-bit values with a power of ten, as they
 * are written; all others are rounded to a billionth, as Kubernetes does.
 */
final class QuantityReader {
    private static final int LONGEST = 10_000;
    private static final int NANO = 9;
    private static final int LONG_DIGITS = 18;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final String NO_QUANTITY =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    private static final String NO_NUMBER = "unable to parse numeric part of quantity";
    private static final String NO_SUFFIX = "unable to parse quantity's suffix";
    private static final String TOO_LONG = "quantities have at most 10000 digits and an exponent within 10000";

    private final String text;
    private String fault = "";
    private boolean negative;
    private int wholeStart;
    private int wholeEnd;
    private int fractionStart;
    private int fractionEnd;
    private int suffixStart;
    private QuantityFormat format = QuantityFormat.DECIMAL_SUFFIX;
    private int exponent;

    QuantityReader(String text) {
        this.text = text;
    }

    /** Most texts that are asked about are no quantities, which their last character already shows. */
    static boolean canStart(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return isDigit(last) || last == '.' || last == '+' || last == '-' || isSuffixLetter(last);
    }

    /** Returns the quantity, null if the text is none. */
    @Nullable
    Quantity read() {
        if (text.isEmpty() || !split()) {
            return fail(NO_QUANTITY);
        }
        if (!readSuffix()) {
            return fail(NO_SUFFIX);
        }
        int fraction = fractionEnd - fractionStart;
        int digits = Math.max(wholeEnd - wholeStart, 1) + fraction;
        if (digits > LONGEST || Math.abs((long) exponent) > LONGEST) {
            return fail(TOO_LONG);
        }
        if (format == QuantityFormat.BINARY_SUFFIX) {
            boolean isShort = fraction == 0 && digits <= 14 - exponent * 3 / 10;
            return isShort ? smallBinary() : bigQuantity();
        }
        boolean isShort = digits <= LONG_DIGITS && exponent - fraction >= -NANO;
        return isShort ? smallDecimal() : bigQuantity();
    }

    /** Returns why {@link #read} answered null. */
    String fault() {
        return fault;
    }

    private @Nullable Quantity fail(String reason) {
        fault = reason;
        return null;
    }

    /** Finds sign, digits and suffix; false when they don't reach the end of the text. */
    private boolean split() {
        negative = text.startsWith("-");
        int at = negative || text.startsWith("+") ? 1 : 0;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        wholeStart = at;
        at = skipDigits(at);
        wholeEnd = at;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            fractionStart = at;
            at = skipDigits(at);
            fractionEnd = at;
        }
        suffixStart = at;
        while (at < text.length() && isSuffixLetter(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        return skipDigits(at) == text.length();
    }

    private int skipDigits(int start) {
        int at = start;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private boolean readSuffix() {
        int length = text.length() - suffixStart;
        if (length == 0) {
            return true;
        }
        char first = text.charAt(suffixStart);
        if (length == 1) {
            exponent = decimalExponent(first);
            return exponent != 0;
        }
        if (length == 2 && text.charAt(suffixStart + 1) == 'i') {
            format = QuantityFormat.BINARY_SUFFIX;
            exponent = binaryExponent(first);
            return exponent != 0;
        }
        format = QuantityFormat.DECIMAL_EXPONENT;
        return (first == 'e' || first == 'E') && readExponent(suffixStart + 1);
    }

    /** Reads a signed number of 64 bits of which Kubernetes keeps 32. */
    private boolean readExponent(int start) {
        boolean minus = text.charAt(start) == '-';
        int at = minus || text.charAt(start) == '+' ? start + 1 : start;
        if (at == text.length()) {
            return false;
        }
        long value = 0;
        for (; at < text.length(); at++) {
            char digit = text.charAt(at);
            // Counted downwards, because the lowest number of 64 bits has no positive counterpart.
            if (!isDigit(digit) || value < (Long.MIN_VALUE + (digit - '0')) / 10) {
                return false;
            }
            value = value * 10 - (digit - '0');
        }
        if (!minus && value == Long.MIN_VALUE) {
            return false;
        }
        exponent = (int) (minus ? value : -value);
        return true;
    }

    private Quantity smallDecimal() {
        long value = digits();
        int power = exponent - (fractionEnd - fractionStart);
        boolean startsWithZero = wholeStart == wholeEnd;
        boolean canonical = !startsWithZero && power % 3 == 0 && (value % 1000 != 0);
        return Quantity.small(negative ? -value : value, power, format, canonical ? text : null);
    }

    private Quantity smallBinary() {
        long value = digits();
        long amount = value << exponent;
        return Quantity.small(negative ? -amount : amount, 0, format, (value & 7) != 0 ? text : null);
    }

    private long digits() {
        long value = 0;
        for (int i = wholeStart; i < wholeEnd; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        for (int i = fractionStart; i < fractionEnd; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private @Nullable Quantity bigQuantity() {
        if (!hasDigit()) {
            return fail(NO_NUMBER);
        }
        String digits = text.substring(wholeStart, wholeEnd) + text.substring(fractionStart, fractionEnd);
        BigInteger unscaled = digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
        int scale = fractionEnd - fractionStart;
        BigDecimal amount = format == QuantityFormat.BINARY_SUFFIX
                ? new BigDecimal(unscaled.shiftLeft(exponent), scale)
                : new BigDecimal(unscaled, scale - exponent);
        if (amount.signum() != 0) {
            amount = amount.setScale(NANO, RoundingMode.UP);
        }
        QuantityFormat kept = format;
        if (format == QuantityFormat.BINARY_SUFFIX && amount.compareTo(MOST) > 0) {
            amount = MOST;
        } else if (format == QuantityFormat.BINARY_SUFFIX && amount.compareTo(BigDecimal.ONE) < 0) {
            kept = QuantityFormat.DECIMAL_SUFFIX;
        }
        return Quantity.big(negative ? amount.negate() : amount, kept);
    }

    private boolean hasDigit() {
        int start = negative || text.startsWith("+") ? 1 : 0;
        return wholeEnd > start || fractionEnd > fractionStart;
    }

    private static int decimalExponent(char suffix) {
        return switch (suffix) {
            case 'n' -> -9;
            case 'u' -> -6;
            case 'm' -> -3;
            case 'k' -> 3;
            case 'M' -> 6;
            case 'G' -> 9;
            case 'T' -> 12;
            case 'P' -> 15;
            case 'E' -> 18;
            default -> 0;
        };
    }

    private static int binaryExponent(char suffix) {
        return switch (suffix) {
            case 'K' -> 10;
            case 'M' -> 20;
            case 'G' -> 30;
            case 'T' -> 40;
            case 'P' -> 50;
            case 'E' -> 60;
            default -> 0;
        };
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isSuffixLetter(char character) {
        return switch (character) {
            case 'e', 'E', 'i', 'n', 'u', 'm', 'k', 'K', 'M', 'G', 'T', 'P' -> true;
            default -> false;
        };
    }
}
