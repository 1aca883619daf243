package io.ephor.values;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The shortest decimal digits that read back as a given finite double; among those of the same length the closest, and
 * of two that are equally close the even one. The JDK's own text is not always the shortest before Java 19.
 *
 * @param negative whether the number has a minus sign, also zero
 * @param digits the digits without zeros at either end, 0 for zero
 * @param exponent the power of ten of the first digit
 */
record ShortestDecimal(boolean negative, long digits, int exponent) {
    private static final double EXACT_LONGS = 0x1p53;
    private static final int ALWAYS_ENOUGH = 17;
    private static final int ALWAYS_UNIQUE = 15;
    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    static ShortestDecimal of(double number) {
        boolean negative = Math.copySign(1, number) < 0;
        double size = Math.abs(number);
        if (size < EXACT_LONGS && size == (long) size) {
            return of(negative, (long) size, 0);
        }
        for (int places = 1; places < POWERS_OF_TEN.length && size * POWERS_OF_TEN[places] < 1e15; places++) {
            double scaled = Math.rint(size * POWERS_OF_TEN[places]);
            // Up to 15 digits every decimal has a double of its own, so one that reads back is the only one.
            if (scaled > 0 && scaled / POWERS_OF_TEN[places] == size) {
                return of(negative, (long) scaled, -places);
            }
        }
        return search(negative, size);
    }

    private static ShortestDecimal of(boolean negative, long digits, int scale) {
        long shortened = digits;
        int exponent = scale;
        while (shortened != 0 && shortened % 10 == 0) {
            shortened /= 10;
            exponent++;
        }
        return new ShortestDecimal(negative, shortened, exponent + length(shortened) - 1);
    }

    private static ShortestDecimal search(boolean negative, double size) {
        BigDecimal exact = new BigDecimal(size);
        BigDecimal found = closest(exact, size, ALWAYS_UNIQUE);
        if (found == null) {
            found = closest(exact, size, ALWAYS_UNIQUE + 1);
            found = found != null ? found : exact.round(new MathContext(ALWAYS_ENOUGH, RoundingMode.HALF_EVEN));
        } else {
            // Only numbers near zero have so few bits that shorter texts read back with other digits.
            for (int length = ALWAYS_UNIQUE - 1; length > 0; length--) {
                BigDecimal shorter = closest(exact, size, length);
                if (shorter == null) {
                    break;
                }
                found = shorter;
            }
        }
        return of(negative, found.unscaledValue().longValueExact(), -found.scale());
    }

    /** The closest decimal of at most so many digits that reads back, null when there is none. */
    private static @Nullable BigDecimal closest(BigDecimal exact, double size, int length) {
        BigDecimal nearest = exact.round(new MathContext(length, RoundingMode.HALF_EVEN));
        if (nearest.doubleValue() == size) {
            return nearest;
        }
        // The neighbours of a power of two lie closer below than above: the farther decimal may be the one inside.
        boolean below = nearest.compareTo(exact) < 0;
        BigDecimal farther = exact.round(new MathContext(length, below ? RoundingMode.UP : RoundingMode.DOWN));
        return farther.doubleValue() == size ? farther : null;
    }

    private static int length(long digits) {
        int length = 1;
        for (long rest = digits / 10; rest != 0; rest /= 10) {
            length++;
        }
        return length;
    }

    /** Returns the digits with a decimal point where it belongs and no exponent. */
    String plain() {
        String all = Long.toString(digits);
        StringBuilder text = new StringBuilder(all.length() + Math.abs(exponent) + 3);
        if (negative) {
            text.append('-');
        }
        if (exponent < 0) {
            return text.append("0.")
                    .append("0".repeat(-exponent - 1))
                    .append(all)
                    .toString();
        }
        int whole = exponent + 1;
        if (whole >= all.length()) {
            return text.append(all).append("0".repeat(whole - all.length())).toString();
        }
        return text.append(all, 0, whole)
                .append('.')
                .append(all, whole, all.length())
                .toString();
    }

    /** Returns one digit, the rest after a decimal point, and a signed exponent of at least so many digits. */
    String scientific(char letter, int exponentDigits) {
        String all = Long.toString(digits);
        StringBuilder text = new StringBuilder(all.length() + 8);
        if (negative) {
            text.append('-');
        }
        text.append(all.charAt(0));
        if (all.length() > 1) {
            text.append('.').append(all, 1, all.length());
        }
        String power = Integer.toString(Math.abs(exponent));
        text.append(letter).append(exponent < 0 ? '-' : '+');
        return text.append("0".repeat(Math.max(0, exponentDigits - power.length())))
                .append(power)
                .toString();
    }
}
