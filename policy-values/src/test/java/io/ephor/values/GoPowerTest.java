package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

@SuppressWarnings("FloatingPointLiteralPrecision") // the digits are those that Go prints
class GoPowerTest {
    @Test
    void powersOfTenReachFromZeroToInfinity() {
        assertThat(GoPower.ofTen(0)).isEqualTo(1);
        assertThat(GoPower.ofTen(22)).isEqualTo(1e22);
        assertThat(GoPower.ofTen(-9)).isEqualTo(1e-9);
        assertThat(GoPower.ofTen(308)).isEqualTo(1e308);
        assertThat(GoPower.ofTen(309)).isInfinite();
        assertThat(GoPower.ofTen(Integer.MAX_VALUE)).isInfinite();
        assertThat(GoPower.ofTen(-323)).isEqualTo(1e-323);
        assertThat(GoPower.ofTen(-324)).isZero();
        assertThat(GoPower.ofTen(Integer.MIN_VALUE)).isZero();
    }

    @Test
    void squaringLosesDigitsOfLargePowers() {
        assertThat(GoPower.squaredOfTen(0)).isEqualTo(1);
        assertThat(GoPower.squaredOfTen(1)).isEqualTo(10);
        assertThat(GoPower.squaredOfTen(22)).isEqualTo(1e22);
        assertThat(GoPower.squaredOfTen(300)).isEqualTo(1.0000000000000001e300, offset(1e286));
        assertThat(GoPower.squaredOfTen(309)).isInfinite();
        assertThat(GoPower.squaredOfTen(Long.MAX_VALUE)).isInfinite();
    }
}
