package io.ephor.patterns.leaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.GoDuration;
import io.ephor.values.Quantity;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of quantities and durations that are compared without making objects. */
class ShortFormsTest {
    private static final String CHARACTERS = "0123459.-+eEinumkMGTPKhs";

    @ParameterizedTest
    @ValueSource(strings = {"1", "100m", "5k", "2M", "3G", "1Ki", "64Mi", "1Gi", "2Ti", "007", "922337203685477"})
    void usualQuantitiesHaveAShortForm(String text) {
        assertThat(Thousandths.of(text)).isNotEqualTo(Thousandths.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "+1", "1.5", "1e3", "m", "1K", "1mi", "1Gi ", "9223372036854776", "9007199254740992Ki"
            })
    void otherTextsHaveNone(String text) {
        assertThat(Thousandths.of(text)).isEqualTo(Thousandths.NONE);
    }

    @Test
    void shortFormsSayWhatQuantitiesAndDurationsSay() {
        Random random = new Random(7);
        for (int i = 0; i < 300_000; i++) {
            StringBuilder made = new StringBuilder().append(random.nextInt(2000));
            for (int j = random.nextInt(4); j > 0; j--) {
                made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String text = made.toString();
            if (Thousandths.of(text) != Thousandths.NONE) {
                assertThat(Quantity.parse(text).decimalValue())
                        .as(text)
                        .isEqualByComparingTo(BigDecimal.valueOf(Thousandths.of(text), 3));
            }
            if (Nanoseconds.of(text) != Nanoseconds.NONE) {
                assertThat(GoDuration.parse(text).nanos()).as(text).isEqualTo(Nanoseconds.of(text));
            }
        }
    }
}
