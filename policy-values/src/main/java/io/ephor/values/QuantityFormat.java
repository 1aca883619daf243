package io.ephor.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The three spellings of a quantity, each with its canonical text. */
enum QuantityFormat {
    /** A suffix from {@code n} to {@code E}, or none. */
    DECIMAL_SUFFIX,
    /** A suffix from {@code Ki} to {@code Ei}. */
    BINARY_SUFFIX,
    /** An exponent, as in {@code 12e6}. */
    DECIMAL_EXPONENT;

    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    /** Returns the canonical text of an amount. */
    String print(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        if (this == BINARY_SUFFIX && isWhole(amount) && amount.abs().compareTo(KIBI) >= 0) {
            return printBinary(amount.toBigIntegerExact());
        }
        return printDecimal(amount.stripTrailingZeros());
    }

    private String printDecimal(BigDecimal amount) {
        int exponent = Math.floorDiv(-amount.scale(), 3) * 3;
        BigInteger mantissa =
                amount.setScale(-exponent, RoundingMode.UNNECESSARY).unscaledValue();
        if (this == DECIMAL_EXPONENT) {
            return exponent == 0 ? mantissa.toString() : mantissa + "e" + exponent;
        }
        int suffix = exponent / 3 + 3;
        // Kubernetes drops the suffix where it has none for the exponent.
        return suffix >= 0 && suffix < DECIMAL.length ? mantissa + DECIMAL[suffix] : mantissa.toString();
    }

    private static String printBinary(BigInteger amount) {
        int powers = amount.getLowestSetBit() / 10;
        BigInteger mantissa = amount.shiftRight(powers * 10);
        return powers < BINARY.length ? mantissa + BINARY[powers] : mantissa.toString();
    }

    private static boolean isWhole(BigDecimal amount) {
        return amount.scale() <= 0 || amount.stripTrailingZeros().scale() <= 0;
    }
}
