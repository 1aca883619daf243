package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("", BigDecimal.ONE),
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("e5", new BigDecimal("1e5")),
            Map.entry("E-7", new BigDecimal("1e-7")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    @ParameterizedTest
    @CsvSource({
        "1Gi, 1024Mi, 0",
        "0.2, 200m, 0",
        "1e3, 1000, 0",
        "1.5Gi, 1500Mi, 1",
        "-1, 1n, -1",
        "-1k, -1n, -1",
        "9223372036854775807, 9223372036854775808, -1",
        "9E, 1n, 1",
        "-9E, -1n, -1",
        "9Ei, 8Ei, 0",
        "1e10000, 1e9999, 1",
        "-1e10000, 1e-10000, -1",
    })
    void comparesAmounts(String left, String right, int order) {
        assertThat(Quantity.parse(left).compareTo(Quantity.parse(right))).isEqualTo(order);
        assertThat(Quantity.parse(right).compareTo(Quantity.parse(left))).isEqualTo(-order);
    }

    @ParameterizedTest
    @CsvSource({
        "1024Mi, 1Gi",
        "0.5Gi, 512Mi",
        "1500Ki, 1500Ki",
        "1000m, 1",
        "1.5, 1500m",
        "100000, 100k",
        "1000E, 1",
        "1e19, 10e18",
        "16Ei, 9223372036854775807",
        "0.1Ki, 102400m",
        "m, 0",
    })
    void printsAsKubernetes(String text, String canonical) {
        String printed = Quantity.parse(text).toString();
        assertThat(printed).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "K",
                "1K",
                "1.2.3",
                " 1",
                "1 ",
                "Pi",
                "-Ei",
                "1e",
                "1e5k",
                "inf",
                "١",
                "1e2147483647",
                "1e-2147483648",
                "1E99999999999999999999",
                "1e9223372036854775808"
            })
    void refusesWhatIsNoQuantity(String text) {
        assertThat(Quantity.tryParse(text)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.parse(text));
    }

    @Test
    void equalAmountsAreEqualWhateverTheirSpelling() {
        String[] same = {"1000", "1k", "1e3", "1000000m", "1000.000", "0.001M", "1000.000000000000000000000"};
        for (String text : same) {
            assertThat(Quantity.parse(text)).isEqualTo(Quantity.parse("1000"));
            assertThat(Quantity.parse(text)).hasSameHashCodeAs(Quantity.parse("1000"));
        }
        assertThat(Quantity.parse("0m")).hasSameHashCodeAs(Quantity.parse("0"));
        assertThat(Quantity.parse("1000")).isNotEqualTo(Quantity.parse("1000.000000001"));
    }

    @Test
    void wholeNumbersAreQuantities() {
        for (long amount : new long[] {0, 5, 1_000, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(Quantity.of(amount)).isEqualTo(Quantity.parse(Long.toString(amount)));
        }
        assertThat(Quantity.of(Long.MIN_VALUE)).isLessThan(Quantity.of(Long.MAX_VALUE));
        assertThat(Quantity.of(Long.MIN_VALUE)).isLessThan(Quantity.parse("-1Ki"));
        assertThat(Quantity.of(1_000)).hasToString("1k");
    }

    @Test
    void agreesWithExactArithmetic() {
        long seed = System.nanoTime();
        System.out.println("QuantityTest seed " + seed);
        Random random = new Random(seed);
        Written last = Written.random(random);
        for (int i = 0; i < 50_000; i++) {
            Written next = Written.random(random);
            Quantity quantity = Quantity.parse(next.text);
            assertThat(quantity.decimalValue())
                    .as("%s, seed %d", next.text, seed)
                    .isEqualByComparingTo(next.amount);
            assertThat(quantity.compareTo(Quantity.parse(last.text)))
                    .as("%s and %s, seed %d", next.text, last.text, seed)
                    .isEqualTo(next.amount.compareTo(last.amount));
            assertThat(quantity).isEqualTo(next.rewritten()).hasSameHashCodeAs(next.rewritten());
            Quantity again = Quantity.parse(quantity.toString());
            boolean keepsSuffix = next.amount.abs().compareTo(new BigDecimal("1e18")) < 0;
            assertThat(!keepsSuffix || again.equals(quantity))
                    .as("%s prints as %s, seed %d", next.text, quantity, seed)
                    .isTrue();
            last = next;
        }
    }

    private record Written(String text, BigDecimal amount) {
        /** The same amount from another text. */
        Quantity rewritten() {
            return Quantity.parse(amount.toPlainString());
        }

        static Written random(Random random) {
            String sign = random.nextInt(3) == 0 ? "-" : "";
            String whole = new BigInteger(random.nextInt(80), random).toString();
            String fraction = random.nextBoolean() ? "" : "." + random.nextInt(1 << random.nextInt(30));
            String[] suffixes = SUFFIXES.keySet().toArray(new String[0]);
            String suffix = suffixes[random.nextInt(suffixes.length)];
            BigDecimal exact = new BigDecimal(whole + fraction).multiply(SUFFIXES.get(suffix));
            BigDecimal amount = exact.setScale(9, RoundingMode.UP);
            BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
            amount = suffix.endsWith("i") ? amount.min(most) : amount;
            return new Written(sign + whole + fraction + suffix, sign.isEmpty() ? amount : amount.negate());
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void staysFastOnHostileTexts() {
        String digits = "9".repeat(10_000_000);
        assertThat(Quantity.tryParse(digits)).isNull();
        assertThat(Quantity.tryParse("1." + digits)).isNull();
        assertThat(Quantity.tryParse("1e" + digits)).isNull();
        assertThat(Quantity.tryParse("0".repeat(10_000_000))).isEqualTo(Quantity.parse("0"));
        assertThat(Quantity.tryParse("0".repeat(10_000_000) + "1Ki")).isEqualTo(Quantity.parse("1Ki"));
        Quantity large = Quantity.parse("9".repeat(9_999) + "e9999");
        Quantity small = Quantity.parse("1e-10000");
        assertThat(large).isGreaterThan(small).isEqualTo(Quantity.parse(large.toString()));
        assertThat(small).isEqualTo(Quantity.parse("1n"));
        assertThat(large.toString()).endsWith("e9999");
    }

    @Test
    void sumsKeepTheFormatOfTheFirstUnlessItIsZero() {
        assertThat(Quantity.parse("500").plus(Quantity.parse("500"))).hasToString("1k");
        assertThat(Quantity.parse("1023Ki").plus(Quantity.parse("1Ki"))).hasToString("1Mi");
        assertThat(Quantity.parse("1Ki").plus(Quantity.parse("1"))).hasToString("1025");
        assertThat(Quantity.parse("0").plus(Quantity.parse("1Gi"))).hasToString("1Gi");
        assertThat(Quantity.parse("1e3").plus(Quantity.parse("1e3"))).hasToString("2e3");
        assertThat(Quantity.parse("1Gi").minus(Quantity.parse("1Mi"))).hasToString("1023Mi");
        assertThat(Quantity.parse("0Ki").minus(Quantity.parse("1k"))).hasToString("-1k");
    }

    @Test
    void productsAreExactAndQuotientsRoundedTowardsZero() {
        assertThat(Quantity.parse("3").times(Quantity.parse("1e21"))).hasToString("3");
        assertThat(Quantity.parse("1.5Gi").times(Quantity.parse("2"))).hasToString("3Gi");
        assertThat(Quantity.parse("10").dividedBy(Quantity.parse("4"))).hasToString("2");
        assertThat(Quantity.parse("10.0").dividedBy(Quantity.parse("4"))).hasToString("2500m");
        assertThat(Quantity.parse("-10.0").dividedBy(Quantity.parse("3"))).hasToString("-3300m");
        assertThat(Quantity.parse("1Ki").withAmount(2048)).hasToString("2Ki");
    }

    @Test
    void approximationMultipliesTheUnscaledValue() {
        assertThat(Quantity.parse("61.04891").approximateValue()).isEqualTo(6104891 * 1e-5);
        assertThat(Quantity.parse("1k").approximateValue()).isEqualTo(1000);
        assertThat(Quantity.parse("1e9999").approximateValue()).isInfinite();
    }
}
