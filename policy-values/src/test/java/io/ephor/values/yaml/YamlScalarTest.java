package io.ephor.values.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlScalarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "y | true",
                "Yes | true",
                "yES | \"yES\"",
                "OFF | false",
                "N | false",
                "~ | null",
                "Null | null",
                "'' | null",
                "010 | 8",
                "0o10 | 8",
                "0b11 | 3",
                "0b-1 | -1",
                "0x1F | 31",
                "1_000 | 1000",
                "08 | 8",
                "0o8 | \"0o8\"",
                "1__0 | 10",
                "_1 | \"_1\"",
                "+1 | 1",
                "-0 | 0",
                "-0.0 | 0",
                "1.0 | 1",
                "1e3 | 1000",
                "1.5 | 1.5",
                ".5 | 0.5",
                ".5_5 | 0.55",
                ".5_ | \".5_\"",
                "1. | 1",
                "+. | \"+.\"",
                "1e | \"1e\"",
                "1e400 | \"1e400\"",
                ".1e-400 | 0",
                "1:30 | \"1:30\"",
                "2001-12-14 | \"2001-12-14\"",
                "9223372036854775807 | 9223372036854775807",
                "-9223372036854775808 | -9223372036854775808",
                "18446744073709551615 | 1.8446744073709552E19",
                "18446744073709551616 | 1.8446744073709552E19",
                "0x10000000000000000 | \"0x10000000000000000\"",
                "4611686018427387904.0 | 4611686018427388000",
                "9007199254740993.0 | 9007199254740992",
                "1e18 | 1000000000000000000",
                "1e19 | 1.0E19",
                "-9223372036854775808.0 | -9.223372036854776E18",
                ".inf | -",
                "-.INF | -",
                ".NaN | -",
                "= | \"=\"",
                "<< | \"<<\"",
                "nullx | \"nullx\"",
            })
    void readsPlainScalarsAsGoDoes(String text, String expected) {
        JsonNode value = YamlNumbers.json(YamlScalar.plain(text.strip()));
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "str | 1 | \"1\"",
                "int | 0x10 | 16",
                "int | 1.0 | -",
                "int | ~ | -",
                "bool | yes | true",
                "bool | 1 | -",
                "float | 1 | 1.0",
                "float | 18446744073709551615 | -",
                "float | .inf | \"Infinity\"",
                "null | ~ | null",
                "null | x | -",
                "timestamp | 2001-1-4 | \"2001-1-4\"",
                "timestamp | 2001-13-14 | -",
                "timestamp | 2001-02-29 | -",
                "timestamp | 2000-02-29 | \"2000-02-29\"",
                "timestamp | 2001-12-14t21:59:43.10-05:00 | \"2001-12-14t21:59:43.10-05:00\"",
                "timestamp | 2001-12-14 21:59:43.10 -5 | -",
                "binary | aGVsbG8= | \"hello\"",
                "binary | aGVsbG8 | -",
                "binary | ### | -",
                "binary | 1e+3 | \"\uFFFD\uFFFD\uFFFD\"",
                "set | x | \"x\"",
            })
    void convertsByTag(String tag, String text, String expected) {
        JsonNode value = new YamlScalar(text, "tag:yaml.org,2002:" + tag, true).resolve();
        assertThat(value == null ? null : value.toString()).isEqualTo(expected);
    }

    @Test
    void otherTagsAndQuotesMakeText() {
        assertThat(new YamlScalar("1", "!", true).resolve()).hasToString("\"1\"");
        assertThat(new YamlScalar("1", "!local", true).resolve()).hasToString("\"1\"");
        assertThat(new YamlScalar("1", null, false).resolve()).hasToString("\"1\"");
    }

    @Test
    void mergeKeysArePlainOrTagged() {
        assertThat(new YamlScalar("<<", null, true).isMerge()).isTrue();
        assertThat(new YamlScalar("<<", null, false).isMerge()).isFalse();
        assertThat(new YamlScalar("<<", "tag:yaml.org,2002:merge", false).isMerge())
                .isTrue();
        assertThat(new YamlScalar("<<", "tag:yaml.org,2002:str", true).isMerge())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1.5",
        "1e3, 1000",
        "100000, 100000",
        "999999, 999999",
        "1e6, 1e+06",
        "1234567, 1.234567e+06",
        "123456.789, 123456.79",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.1, 0.1",
        "16777217, 1.6777216e+07",
        "1e39, .inf",
        "-1e39, -.inf",
        "-0.0, -0",
        "9.223372036854776E18, 9.223372e+18",
    })
    void writesFractionsAsKeysInTheDigitsOfAFloat32(double key, String text) {
        assertThat(YamlNumbers.keyText(key)).isEqualTo(text);
    }
}
