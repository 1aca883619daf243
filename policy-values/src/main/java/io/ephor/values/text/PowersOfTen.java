package io.ephor.values.text;

import java.math.BigInteger;

/**
 * The powers of ten that {@link ShortestDecimal} multiplies with, each as its 126 leading bits rounded up: 10^-k is
 * about {@code (high · 2^63 + low) · 2^(bits - 125)}, where {@code bits} is the floor of its binary logarithm.
 */
final class PowersOfTen {
    private static final int LOWEST = -324;
    private static final int HIGHEST = 292;
    private static final long[] HIGH = new long[HIGHEST - LOWEST + 1];
    private static final long[] LOW = new long[HIGHEST - LOWEST + 1];

    static {
        for (int k = LOWEST; k <= HIGHEST; k++) {
            BigInteger leading = leadingBits(-k).add(BigInteger.ONE);
            HIGH[k - LOWEST] = leading.shiftRight(63).longValueExact();
            LOW[k - LOWEST] = leading.longValue() & Long.MAX_VALUE;
        }
    }

    private PowersOfTen() {}

    private static BigInteger leadingBits(int exponent) {
        int shift = 125 - floorLog2(exponent);
        if (exponent < 0) {
            return BigInteger.ONE.shiftLeft(shift).divide(BigInteger.TEN.pow(-exponent));
        }
        return BigInteger.TEN.pow(exponent).shiftLeft(shift);
    }

    static long high(int k) {
        return HIGH[k - LOWEST];
    }

    static long low(int k) {
        return LOW[k - LOWEST];
    }

    /** The floor of log2(10^exponent), exact in the range of a double. */
    static int floorLog2(int exponent) {
        return (int) ((exponent * 913_124_641_741L) >> 38);
    }

    /** The floor of log10(2^exponent), exact in the range of a double. */
    static int floorLog10(int exponent) {
        return (int) ((exponent * 661_971_961_083L) >> 41);
    }

    /** The floor of log10(3/4 · 2^exponent), exact in the range of a double. */
    static int floorLog10OfThreeQuarters(int exponent) {
        return (int) ((exponent * 661_971_961_083L - 274_743_187_321L) >> 41);
    }
}
