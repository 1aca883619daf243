package io.ephor.patterns.leaf;

import static io.ephor.patterns.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.patterns.JsonText;
import io.ephor.values.NumberView;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafPatternTest {
    @Test
    void booleanIsNotItsText() {
        assertThat(matches("true", "true")).isTrue();
        assertThat(matches("true", "'true'")).isFalse();
        assertThat(matches("'true'", "true")).isTrue();
    }

    @Test
    void integerEqualsAFloatWithoutFractionAndAnIntegersText() {
        assertThat(matches("8", "8.0")).isTrue();
        assertThat(matches("8", "8.1")).isFalse();
        assertThat(matches("8", "'+8'")).isTrue();
        assertThat(matches("8", "'8.0'")).isFalse();
        assertThat(matches("0", "null")).isFalse();
    }

    @Test
    void floatOutsideOfAllIntegersBecomesTheSmallestOne() {
        assertThat(matches("-9223372036854775808", "1e21")).isTrue();
        assertThat(matches("9223372036854775807", "1e21")).isFalse();
    }

    @Test
    void floatEqualsTheTextOfAFloat() {
        JsonNode eighty = json("80");
        assertThat(LeafPattern.compile(eighty, NumberView.FLOAT64).matches(json("'8e1'"), NumberView.AS_WRITTEN))
                .isTrue();
        assertThat(LeafPattern.compile(eighty, NumberView.AS_WRITTEN).matches(json("'8e1'"), NumberView.AS_WRITTEN))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "0.0", "-0.0", "''", "false"})
    void nullIsSatisfiedByEverythingEmpty(String value) {
        assertThat(matches("null", value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "1", "'0'", "true"})
    void nullIsNotSatisfiedByAnythingElse(String value) {
        assertThat(matches("null", value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "?*; 5",
                "1.10; '1.1'",
                "1e3; '1000'",
                "0.2; '200m'",
                "1024Mi; '1Gi'",
                "100m; '6000s'",
                "80*; 8080",
                "8080; 8080.0",
                "1E+*; 1.0",
                "<=1h; 0",
                "!x | !y; 'x'",
                "!5.10.84-1; '!5.10.84-1'",
                "2-2; 2",
                "-10--8; -9",
                "f* & !foobar | a*; 'foo'",
                ">1Gi; 2147483648",
                "*; ''",
                "!?*; ''",
                "1-2; '1-2'",
                ">=1.05; 1.5",
                "<1Gi; '512Mi'",
                "<=0.5Gi; '512Mi'",
                ">9Ei; 1e300"
            })
    void textMatches(String pattern, String value) {
        assertThat(matches(pattern, json(value))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "?*; ''",
                "80*; 8080.0",
                "<=1h; 3600",
                "*; null",
                "!*; 'a'",
                "!foo; null",
                "!foo; []",
                "!foo; {}",
                ">0; 0.0000001",
                "2!-2; 2",
                "1-2 | foo; '1-2'",
                ">1*; '2'",
                "!default; null",
                ">a; 'b'",
                "v1.10; 'v1.1'",
                ">1Gi; true",
                "foo; 'bar'",
                "* | x; null",
                "!x & !y; 'x'"
            })
    void textDoesNotMatch(String pattern, String value) {
        assertThat(matches(pattern, json(value))).isFalse();
    }

    @Test
    void wholeNumbersCanBeSeenAsFloats() {
        LeafPattern pattern = LeafPattern.compile(TextNode.valueOf("80*"), NumberView.AS_WRITTEN);
        assertThat(pattern.matches(json("8080"), NumberView.AS_WRITTEN)).isTrue();
        assertThat(pattern.matches(json("8080"), NumberView.FLOAT64)).isFalse();
    }

    @Test
    void hostileTextsAreJudgedQuickly() {
        String digits = "9".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(matches("1e2147483647", json("'1e2147483647'"))).isTrue();
            assertThat(matches(">1e2147483647", json("'1e-2147483648'"))).isFalse();
            assertThat(matches(">" + digits, TextNode.valueOf(digits))).isFalse();
            assertThat(matches("|".repeat(100_000), json("'x'"))).isFalse();
            assertThat(matches("&".repeat(100_000), json("'x'"))).isFalse();
            assertThat(matches("*a".repeat(1000) + "b", TextNode.valueOf("a".repeat(100_000))))
                    .isFalse();
            assertThat(matches(">5", DecimalNode.valueOf(new BigDecimal("1e2147483647"))))
                    .isFalse();
            assertThat(matches(">5", DoubleNode.valueOf(Double.NaN))).isFalse();
        });
    }

    @Test
    void deepValuesSatisfyNothing() {
        assertThat(matches("'?*'", "[[]]")).isFalse();
        assertThat(matches("!foo", JsonText.nestedLists(100_000))).isFalse();
    }

    private static boolean matches(String pattern, String value) {
        return LeafPattern.compile(json(pattern), NumberView.AS_WRITTEN).matches(json(value), NumberView.AS_WRITTEN);
    }

    private static boolean matches(String pattern, JsonNode value) {
        return LeafPattern.compile(TextNode.valueOf(pattern), NumberView.AS_WRITTEN)
                .matches(value, NumberView.AS_WRITTEN);
    }
}
