package io.ephor.values;

/**
 * Powers as Go's {@code math} package computes them. They differ from the nearest float64 in the last digits of large
 * powers, which shows in results.
 */
public final class GoPower {
    private static final int LARGEST = 308;
    private static final int SMALLEST = -323;
    private static final double[] ONES = powers(32, 1);
    private static final double[] THIRTY_TWOS = powers(10, 32);
    private static final double[] NEGATIVE_THIRTY_TWOS = powers(11, -32);

    private GoPower() {}

    /**
     * {@return ten to a whole power, as {@code math.Pow10}} Zero below and infinite above the range of a float64.
     *
     * @param exponent the power
     */
    public static double ofTen(int exponent) {
        if (exponent > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        if (exponent < SMALLEST) {
            return 0;
        }
        if (exponent >= 0) {
            return THIRTY_TWOS[exponent / 32] * ONES[exponent % 32];
        }
        return NEGATIVE_THIRTY_TWOS[-exponent / 32] / ONES[-exponent % 32];
    }

    /**
     * {@return ten to a whole power that is not negative, as {@code math.Pow}} It squares and multiplies, and is off by
     * some last digits from the 23rd power on; infinite above the range of a float64.
     *
     * @param exponent the power
     */
    public static double squaredOfTen(long exponent) {
        if (exponent > LARGEST) {
            return Double.POSITIVE_INFINITY;
        }
        double product = 1;
        int productBits = 0;
        double square = 0.625;
        int squareBits = 4;
        for (long left = exponent; left != 0; left >>= 1) {
            if ((left & 1) == 1) {
                product *= square;
                productBits += squareBits;
            }
            square *= square;
            squareBits <<= 1;
            if (square < 0.5) {
                square += square;
                squareBits--;
            }
        }
        return Math.scalb(product, productBits);
    }

    private static double[] powers(int count, int step) {
        double[] powers = new double[count];
        for (int i = 0; i < count; i++) {
            powers[i] = Double.parseDouble("1e" + i * step);
        }
        return powers;
    }
}
