package io.ephor.values.text;

/**
 * The shortest decimal digits that read back as a given finite double; among those of the same length the closest, and
 * of two that are equally close the even one. The JDK's own text is not always the shortest before Java 19.
 *
 * <p>The method is Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles", 2020): scaled so that the gap
 * between neighbouring doubles is between 1 and 10, at most one multiple of ten and two whole numbers come into
 * question.
 *
 * @param negative whether the number has a minus sign, also zero
 * @param digits the digits without zeros at either end, 0 for zero
 * @param exponent the power of ten of the first digit
 */
public record ShortestDecimal(boolean negative, long digits, int exponent) {
    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int LOWEST_EXPONENT = -1074;
    private static final double EXACT_LONGS = 0x1p53;

    public static ShortestDecimal of(double number) {
        boolean negative = Math.copySign(1, number) < 0;
        double size = Math.abs(number);
        if (size < EXACT_LONGS && size == (long) size) {
            return trimmed(negative, (long) size, 0);
        }
        long bits = Double.doubleToRawLongBits(size);
        long fraction = bits & (HIDDEN_BIT - 1);
        int biased = (int) (bits >>> FRACTION_BITS);
        return biased == 0
                ? search(negative, fraction, LOWEST_EXPONENT)
                : search(negative, fraction | HIDDEN_BIT, biased - 1 + LOWEST_EXPONENT);
    }

    /** Finds the digits of {@code significand · 2^binary}. */
    private static ShortestDecimal search(boolean negative, long significand, int binary) {
        // The neighbour below a power of two is half as far away as the one above.
        boolean even = significand != HIDDEN_BIT || binary == LOWEST_EXPONENT;
        int k = even ? PowersOfTen.floorLog10(binary) : PowersOfTen.floorLog10OfThreeQuarters(binary);
        int shift = binary + PowersOfTen.floorLog2(-k) + 2;
        long high = PowersOfTen.high(k);
        long low = PowersOfTen.low(k);
        long quadruple = significand << 2;
        long value = scaled(high, low, quadruple << shift);
        // A bound itself reads back only where ties go to this double, whose significand is then even.
        long odd = significand & 1;
        long least = scaled(high, low, (even ? quadruple - 2 : quadruple - 1) << shift) + odd;
        long most = scaled(high, low, (quadruple + 2) << shift) - odd;

        long whole = value >> 2;
        long ten = whole / 10 * 10;
        boolean tenBelow = ten > 0 && least <= ten << 2;
        boolean tenAbove = (ten + 10) << 2 <= most;
        if (tenBelow != tenAbove) {
            return trimmed(negative, tenBelow ? ten : ten + 10, k);
        }
        boolean below = least <= whole << 2;
        boolean above = (whole + 1) << 2 <= most;
        long half = (whole << 2) + 2;
        boolean nearerBelow = value < half || (value == half && (whole & 1) == 0);
        boolean down = below != above ? below : nearerBelow;
        return trimmed(negative, down ? whole : whole + 1, k);
    }

    /** Multiplies with a power of ten; a lost remainder is kept as an odd last bit, so that comparisons stay exact. */
    private static long scaled(long high, long low, long factor) {
        long middle = ((high * factor) >>> 1) + Math.multiplyHigh(low, factor);
        long top = Math.multiplyHigh(high, factor) + (middle >>> 63);
        boolean exact = (middle & Long.MAX_VALUE) == 0;
        return exact ? top : top | 1;
    }

    private static ShortestDecimal trimmed(boolean negative, long digits, int scale) {
        long shortened = digits;
        int exponent = scale;
        while (shortened != 0 && shortened % 10 == 0) {
            shortened /= 10;
            exponent++;
        }
        return new ShortestDecimal(negative, shortened, exponent + length(shortened) - 1);
    }

    private static int length(long digits) {
        int length = 1;
        for (long rest = digits / 10; rest != 0; rest /= 10) {
            length++;
        }
        return length;
    }

    /** Returns the digits with a decimal point where it belongs and no exponent. */
    public String plain() {
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
    public String scientific(char letter, int exponentDigits) {
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
