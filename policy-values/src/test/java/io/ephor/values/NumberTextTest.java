package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource({
        "8080, 8080.000000, 8.08E+03, 8080, 8080",
        "0, 0.000000, 0E+00, 0, 0",
        "-0.0, -0.000000, -0E+00, -0, -0",
        "1e6, 1000000.000000, 1E+06, 1e+06, 1000000",
        "1e-7, 0.000000, 1E-07, 1e-07, 1e-7",
        "2.0000005, 2.000001, 2.0000005E+00, 2.0000005, 2.0000005",
        "5e-324, 0.000000, 5E-324, 5e-324, 5e-324",
        "2e23, 199999999999999983222784.000000, 2E+23, 2e+23, 2e+23",
        "1125899906842624.25, 1125899906842624.250000, 1.1258999068426242E+15, 1.1258999068426242e+15, "
                + "1125899906842624.2",
    })
    void printsAsGo(double number, String fixed, String scientific, String general, String json) {
        assertThat(NumberText.fixed(number)).isEqualTo(fixed);
        assertThat(NumberText.scientific(number)).isEqualTo(scientific);
        assertThat(NumberText.general(number)).isEqualTo(general);
        assertThat(NumberText.json(number)).isEqualTo(json);
    }

    @Test
    void printsWhatIsNoFiniteNumber() {
        assertThat(NumberText.fixed(Double.POSITIVE_INFINITY)).isEqualTo("+Inf");
        assertThat(NumberText.scientific(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
        assertThat(NumberText.general(Double.NaN)).isEqualTo("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> NumberText.json(Double.NaN));
    }

    /** Just above a power of two the nearest short decimal may not read back while the next one does. */
    @Test
    void findsTheShortDecimalOnTheFarSideOfAPowerOfTwo() {
        assertThat(NumberText.general(0x1p-44)).isEqualTo("5.684341886080802e-14");
    }

    @Test
    void digitsAreTheShortestAndClosestThatReadBack() {
        long seed = System.nanoTime();
        System.out.println("NumberTextTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 8_000; i++) {
            double number = number(random, i);
            String text = NumberText.scientific(number);
            assertThat(Double.parseDouble(text)).as("%s, seed %d", text, seed).isEqualTo(number);
            assertThat(Double.parseDouble(NumberText.json(number))).isEqualTo(number);
            assertThat(Double.parseDouble(NumberText.general(number))).isEqualTo(number);
            assertShortestAndClosest(number, new BigDecimal(text), seed);
        }
    }

    private static double number(Random random, int i) {
        double any = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
        return switch (i % 4) {
            case 0 -> Double.isFinite(any) ? any : 1;
            case 1 -> Math.scalb(1.0, random.nextInt(2098) - 1074);
            case 2 -> random.nextInt(1_000_000_000) / Math.pow(10, random.nextInt(20));
            default -> random.nextInt(1 << random.nextInt(31)) * Double.MIN_VALUE;
        };
    }

    private static void assertShortestAndClosest(double number, BigDecimal printed, long seed) {
        BigDecimal exact = new BigDecimal(number);
        int digits = printed.stripTrailingZeros().precision();
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
            BigDecimal same = exact.round(new MathContext(digits, mode));
            boolean closer =
                    same.subtract(exact).abs().compareTo(printed.subtract(exact).abs()) < 0;
            assertThat(closer && same.doubleValue() == number)
                    .as("%s, seed %d", printed, seed)
                    .isFalse();
            if (digits > 1) {
                BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                assertThat(shorter.doubleValue())
                        .as("%s, seed %d", printed, seed)
                        .isNotEqualTo(number);
            }
        }
    }

    @Test
    void readsWholeNumbersAsGo() {
        assertThat(NumberText.parseInteger("+01")).isEqualTo(OptionalLong.of(1));
        assertThat(NumberText.parseInteger("-9223372036854775808")).isEqualTo(OptionalLong.of(Long.MIN_VALUE));
        for (String text : new String[] {"", "-", "1.0", "1e3", " 1", "١", "9223372036854775808", "1_0", "0x1"}) {
            assertThat(NumberText.parseInteger(text)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "1_000, 1000",
        "0x_1p0, 1",
        "0x1_0.8p1_0, 16896",
        "0X1P-2, 0.25",
        ".5, 0.5",
        "5., 5",
        "-inf, -Infinity",
        "iNfInItY, Infinity",
        "nAn, NaN",
        "1e-400, 0",
        "1e-99999999999999, 0",
        "1e1_0, 1e10",
    })
    void readsFloatsAsGo(String text, double number) {
        assertThat(NumberText.parseFloat(text)).isEqualTo(OptionalDouble.of(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                ".",
                "e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                " 1",
                "1 ",
                "0x10",
                "0x.p1",
                "0xp1",
                "_1",
                "1_",
                "1__0",
                "1_.5",
                "1._5",
                "1_e5",
                "1e_5",
                "1e5_",
                "0x1p_1",
                "+nan",
                "infin",
                "1e400",
                "0x1p2000",
                "1..5",
                "0_x1p0",
                "１"
            })
    void refusesWhatGoRefuses(String text) {
        assertThat(NumberText.parseFloat(text)).isEmpty();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void staysFastOnHostileTexts() {
        String digits = "9".repeat(10_000_000);
        assertThat(NumberText.parseInteger(digits)).isEmpty();
        assertThat(NumberText.parseInteger("0".repeat(10_000_000))).hasValue(0);
        assertThat(NumberText.parseFloat(digits)).isEmpty();
        assertThat(NumberText.parseFloat("0." + digits)).hasValue(1);
        assertThat(NumberText.parseFloat("1e" + digits)).isEmpty();
        assertThat(NumberText.parseFloat("1e-" + digits)).hasValue(0);
        assertThat(NumberText.parseFloat("1_".repeat(5_000_000))).isEmpty();
        assertThat(NumberText.parseFloat("0x" + "f".repeat(10_000_000) + "p0")).isEmpty();
    }
}
