package io.ephor.values.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " {\"a\": [1, -2.50, 1E3, true, false, null, \"x\"]} \r\n",
                "[[], {}, [[{}]]]",
                "{\"a\\/b\": \"\\ud83d\\ude00\\n\\u00e9\"}",
                "{\"a\"\n:\t1}",
                "[\"é😀\"]",
            })
    void readsJson(String text) {
        assertThat(reads(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: 1}",
                "[1,]",
                "{\"a\": 1,}",
                "[1 2]",
                "{\"a\"}",
                "[01]",
                "[1.]",
                "[+1]",
                "[.5]",
                "[1e]",
                "[truE]",
                "['a']",
                "[1] x",
                "[",
                "{\"a\":",
                "[\"a",
                "[\"\\x41\"]",
                "[\"\\ud83d\"]",
                "[\"\\ud83d\\n\"]",
                "[\"a\nb\"]",
                "[\"a\tb\"]",
                "[\"\u007F\"]",
                "[1}",
                "{1: 2}",
                "[1e400x]",
                "[# c\n1]",
                "[\"\\u00g0\"]",
            })
    void givesUpOnEverythingElse(String text) {
        assertThat(reads(text)).isFalse();
    }

    @Test
    void givesValuesAsTheYamlReaderDoes() {
        YamlDocument document =
                YamlDocument.parse("f.json", "{\"<<\": 1.0, \"a\": 1e400, \"b\": -0, \"a\": 12345678901}");
        assertThat(document.value()).hasToString("{\"<<\":1,\"a\":12345678901,\"b\":0}");
    }

    @Test
    void knowsThePlaces() {
        YamlDocument document = YamlDocument.parse("f.json", "{\n  \"a\": [1,\n    {\"b\\n\": \"x\"}]\n}\n");
        assertThat(document.locate("/a/1/b\n")).isEqualTo(new SourceRange("f.json", 3, 13, 3, 16));
        assertThat(document.locateKey("/a/1/b\n")).isEqualTo(new SourceRange("f.json", 3, 6, 3, 11));
        assertThat(document.range()).isEqualTo(new SourceRange("f.json", 1, 1, 4, 2));
    }

    private static boolean reads(String text) {
        TreeLimits limits = new TreeLimits(100, 1_000, 1, 0);
        TreeBuilder tree = new TreeBuilder(limits, false, text.length());
        return JsonText.mayBe(text) && new JsonText(text, limits, tree).read();
    }
}
