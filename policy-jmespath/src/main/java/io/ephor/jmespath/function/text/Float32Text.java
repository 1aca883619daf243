package io.ephor.jmespath.function.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as some functions of Kyverno turn them into texts: rounded to 32 bits, the shortest digits that read back, and
 * never an exponent. {@code 16777217} becomes {@code 16777216}.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class Float32Text {
    private static final int MOST_DIGITS = 9;

    private Float32Text() {}

    static String of(double number) {
        float value = (float) number;
        if (Float.isNaN(value)) {
            return "NaN";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value > 0 ? "0" : "-0";
        }
        return shortest(value);
    }

    private static String shortest(float value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
            boolean downReads = readsBack(down, value);
            if (downReads || readsBack(up, value)) {
                BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                boolean both = downReads && readsBack(up, value);
                return plain(both ? nearest : downReads ? down : up);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static boolean readsBack(BigDecimal digits, float value) {
        return Float.parseFloat(digits.toString()) == value;
    }

    private static String plain(BigDecimal digits) {
        return digits.stripTrailingZeros().toPlainString();
    }
}
