package io.ephor.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount as Kubernetes writes it: {@code 100m}, {@code 1.5Gi}, {@code 12e6}. Immutable and thread-safe.
 *
 * <p>Two quantities are equal when their amounts are, whatever their spelling: {@code 1Gi} equals {@code 1024Mi}. What
 * is finer than a billionth is rounded away from zero, and amounts with a binary suffix end at 2^63-1. A text without
 * digits is zero ({@code m}, {@code Ki}, {@code .}), as Kubernetes has it.
 *
 * <p>A quantity has at most 10,000 digits and an exponent within ±10,000; a text beyond that is none, because comparing
 * or printing it could take any amount of memory.
 *
 * <p>Kubernetes: k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
public final class Quantity implements Comparable<Quantity> {
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private final long value;
    private final int exponent;
    private final @Nullable BigDecimal big;
    private final QuantityFormat format;
    private final @Nullable String written;

    private Quantity(
            long value, int exponent, @Nullable BigDecimal big, QuantityFormat format, @Nullable String written) {
        this.value = value;
        this.exponent = exponent;
        this.big = big;
        this.format = format;
        this.written = written;
    }

    /** The amount {@code value} · 10^{@code exponent}; {@code written} is its text where that is canonical. */
    static Quantity small(long value, int exponent, QuantityFormat format, @Nullable String written) {
        return new Quantity(value, exponent, null, format, written);
    }

    /** An amount that was too long for 64 bits when it was read. */
    static Quantity big(BigDecimal amount, QuantityFormat format) {
        return new Quantity(0, 0, amount, format, null);
    }

    /**
     * {@return the quantity of so many whole units}
     *
     * @param amount how many units
     */
    public static Quantity of(long amount) {
        return new Quantity(amount, 0, null, QuantityFormat.DECIMAL_SUFFIX, null);
    }

    /**
     * Reads a quantity.
     *
     * @param text the text
     * @return the quantity
     * @throws IllegalArgumentException if the text is none, in Kubernetes' own words where it has any
     */
    public static Quantity parse(String text) {
        QuantityReader reader = new QuantityReader(text);
        Quantity quantity = reader.read();
        if (quantity == null) {
            throw new IllegalArgumentException(reader.fault());
        }
        return quantity;
    }

    /**
     * Reads a quantity; null if the text is none.
     *
     * @param text the text
     * @return the quantity, or null
     */
    public static @Nullable Quantity tryParse(String text) {
        return QuantityReader.canStart(text) ? new QuantityReader(text).read() : null;
    }

    /** {@return the exact amount; its scale tells how it was written ({@code 1.10} keeps two places)} */
    public BigDecimal decimalValue() {
        return big != null ? big : BigDecimal.valueOf(value, -exponent);
    }

    /** {@return -1, 0 or 1 for an amount below, at or above zero} */
    public int signum() {
        return big != null ? big.signum() : Long.signum(value);
    }

    /**
     * {@return the exact sum, written in the format of this quantity; of the other one where this one is zero}
     *
     * @param other what is added
     */
    public Quantity plus(Quantity other) {
        return big(decimalValue().add(other.decimalValue()), signum() == 0 ? other.format : format);
    }

    /**
     * {@return the exact difference, written in the format of this quantity; of the other one where this one is zero}
     *
     * @param other what is subtracted
     */
    public Quantity minus(Quantity other) {
        return big(decimalValue().subtract(other.decimalValue()), signum() == 0 ? other.format : format);
    }

    /**
     * {@return the exact product, written in the format of this quantity}
     *
     * @param factor what is multiplied with
     */
    public Quantity times(Quantity factor) {
        return big(decimalValue().multiply(factor.decimalValue()), format);
    }

    /**
     * {@return the quotient, written in the format of this quantity} It has as many decimals as the one of both that
     * has more of them as it was written, and is rounded towards zero: {@code 10} divided by 4 is {@code 2},
     * {@code 10.0} divided by 4 is {@code 2500m}.
     *
     * @param divisor what is divided by
     * @throws ArithmeticException if the divisor is zero
     */
    public Quantity dividedBy(Quantity divisor) {
        BigDecimal amount = decimalValue();
        BigDecimal parts = divisor.decimalValue();
        return big(amount.divide(parts, Math.max(amount.scale(), parts.scale()), RoundingMode.DOWN), format);
    }

    /**
     * {@return another amount, written in the format of this quantity}
     *
     * @param amount how many units
     */
    public Quantity withAmount(long amount) {
        return small(amount, 0, format, null);
    }

    /**
     * {@return the amount as a float64} It is the number without its decimal point times a power of ten, both rounded,
     * so that its last digits may be others than those of the nearest float64; infinite where it is too large.
     */
    public double approximateValue() {
        double unscaled = big != null ? big.unscaledValue().doubleValue() : value;
        int power = big != null ? -big.scale() : exponent;
        return power == 0 ? unscaled : unscaled * GoPower.ofTen(power);
    }

    @Override
    public int compareTo(Quantity other) {
        if (big != null || other.big != null) {
            return decimalValue().compareTo(other.decimalValue());
        }
        if (exponent == other.exponent || Long.signum(value) != Long.signum(other.value)) {
            return Long.compare(value, other.value);
        }
        int difference = exponent - other.exponent;
        return difference > 0 ? compareShifted(this, other, difference) : -compareShifted(other, this, -difference);
    }

    /** Compares two amounts of the same sign, the first with the higher exponent. */
    private static int compareShifted(Quantity coarse, Quantity fine, int difference) {
        if (difference < POWERS_OF_TEN.length) {
            long power = POWERS_OF_TEN[difference];
            long shifted = coarse.value * power;
            if (Math.multiplyHigh(coarse.value, power) == shifted >> 63) {
                return Long.compare(shifted, fine.value);
            }
        }
        // Beyond 64 bits the coarse one is farther from zero than any value that is kept in 64 bits.
        return Long.signum(coarse.value);
    }

    /** {@return whether the other is a quantity of the same amount} */
    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (big != null) {
            return big.stripTrailingZeros().hashCode();
        }
        return BigDecimal.valueOf(value, -exponent).stripTrailingZeros().hashCode();
    }

    /** {@return the text as Kubernetes prints it: canonical, or as written where Kubernetes keeps that} */
    @Override
    public String toString() {
        return written != null ? written : format.print(decimalValue());
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
