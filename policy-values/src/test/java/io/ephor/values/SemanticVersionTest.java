package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemanticVersionTest {
    @Test
    void ordersByPrecedence() {
        String[] ascending = {
            "0.0.0",
            "1.0.0-1",
            "1.0.0-2",
            "1.0.0-10",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0",
            "1.0.1",
            "1.10.0",
            "18446744073709551615.0.0"
        };
        for (int i = 1; i < ascending.length; i++) {
            assertThat(SemanticVersion.parse(ascending[i]))
                    .isGreaterThan(SemanticVersion.parse(ascending[i - 1]))
                    .isNotEqualTo(SemanticVersion.parse(ascending[i - 1]));
        }
        assertThat(SemanticVersion.parse("1.0.0+a"))
                .isEqualTo(SemanticVersion.parse("1.0.0+b"))
                .hasSameHashCodeAs(SemanticVersion.parse("1.0.0"))
                .hasToString("1.0.0+a");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Version string empty",
        "1.0, No Major.Minor.Patch elements found",
        "1.0.0.0, 'Invalid character(s) found in patch number \"0.0\"'",
        "1.0.0-a..b, Prerelease is empty",
        "1.0.0+a+b, 'Invalid character(s) found in build meta data \"a+b\"'",
        "1..0, 'strconv.ParseUint: parsing \"\": invalid syntax'",
        "1.02.0, 'Minor number must not contain leading zeroes \"02\"'",
        "18446744073709551616.0.0, 'strconv.ParseUint: parsing \"18446744073709551616\": value out of range'",
    })
    void saysWhatIsWrong(String text, String message) {
        assertThat(SemanticVersion.tryParse(text)).isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemanticVersion.parse(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        ">=1.2.0 <2.0.0, 1.9.9, true",
        ">=1.2.0 <2.0.0, 2.0.0, false",
        "1.2.x, 1.2.9, true",
        "<=1.x, 2.0.0-alpha, true",
        "1.0.0 || >3.0.0, 3.0.1, true",
        "foo/x:1.35, 1.35.0, true",
        "9223372036854775807.x, 1.0.0, false",
    })
    void rangesHoldVersions(String range, String version, boolean held) {
        if (range.startsWith("9")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SemanticVersionRange.parse(range));
            return;
        }
        assertThat(SemanticVersionRange.parse(range).contains(SemanticVersion.parse(version)))
                .isEqualTo(held);
    }

    @Test
    void anEmptyAlternativeIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> SemanticVersionRange.parse("1.0.0 || || 2.0.0"));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void staysFastOnHostileTexts() {
        String digits = "9".repeat(10_000_000);
        assertThat(SemanticVersion.tryParse(digits + ".0.0")).isNull();
        assertThat(SemanticVersion.tryParse("1.0.0-" + "a.".repeat(1_000_000) + "a"))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SemanticVersionRange.parse(">" + digits))
                .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(10_000));
        SemanticVersionRange many = SemanticVersionRange.parse(">1.0.0 ".repeat(100_000));
        assertThat(many.contains(SemanticVersion.parse("1.0.1"))).isTrue();
    }
}
