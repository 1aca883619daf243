package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "1h, 3600000000000, 1h0m0s",
        "1.5h, 5400000000000, 1h30m0s",
        "100m, 6000000000000, 1h40m0s",
        "-.5s, -500000000, -500ms",
        "1.001µs, 1001, 1.001µs",
        "0, 0, 0s",
        "-9223372036854775808ns, -9223372036854775808, -2562047h47m16.854775808s",
    })
    void readsAndPrintsAsGo(String text, long nanos, String printed) {
        GoDuration duration = GoDuration.parse(text);
        assertThat(duration.nanos()).isEqualTo(nanos);
        assertThat(duration).hasToString(printed).isEqualTo(GoDuration.ofNanos(nanos));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1d", " 1h", "1h ", "h", "-", "+-1h", ".s", "1e3s", "9223372037s", "00", "1h-30m"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(GoDuration.tryParse(text)).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(text))
                .withMessageStartingWith("time: ");
    }

    @Test
    void saysWhatIsWrongInGosWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse("1\"d"))
                .withMessage("time: unknown unit \"\\\"d\" in duration \"1\\\"d\"");
    }

    @Test
    void ordersByLength() {
        assertThat(GoDuration.parse("59m")).isLessThan(GoDuration.parse("1h"));
        assertThat(GoDuration.parse("-1h")).isLessThan(GoDuration.parse("0"));
        assertThat(GoDuration.parse("60m")).isEqualTo(GoDuration.parse("1h")).hasSameHashCodeAs(GoDuration.parse("1h"));
    }

    @Test
    void readsBackWhatItPrints() {
        long seed = System.nanoTime();
        System.out.println("GoDurationTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            GoDuration duration = GoDuration.ofNanos(random.nextLong() >> random.nextInt(64));
            assertThat(GoDuration.tryParse(duration.toString()))
                    .as("%d ns, seed %d", duration.nanos(), seed)
                    .isEqualTo(duration);
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void staysFastOnHostileTexts() {
        String digits = "9".repeat(10_000_000);
        assertThat(GoDuration.tryParse(digits + "s")).isNull();
        assertThat(GoDuration.tryParse("0." + digits + "s")).isEqualTo(GoDuration.ofNanos(1_000_000_000));
        assertThat(GoDuration.tryParse("1" + "h".repeat(10_000_000))).isNull();
        assertThat(GoDuration.tryParse("0s".repeat(1_000_000))).isEqualTo(GoDuration.ofNanos(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoDuration.parse(digits))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(2_000));
    }
}
