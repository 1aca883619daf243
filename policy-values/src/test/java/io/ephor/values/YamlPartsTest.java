package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.Test;

/** Places inside of texts. */
class YamlPartsTest {
    @Test
    void findsPartsOfPlainAndQuotedTexts() {
        assertThat(place("a: one two\n", "two")).hasToString("f.yaml:1:8");
        assertThat(place("a: &x !!str one two\n", "two")).hasToString("f.yaml:1:17");
        assertThat(place("a: 'it''s two'\n", "two")).hasToString("f.yaml:1:11");
        assertThat(place("a: \"x\\u0041\\n\\\"two\"\n", "two")).hasToString("f.yaml:1:16");
        assertThat(place("{\"a\": \"\\ttwo\"}\n", "two")).hasToString("f.yaml:1:10");
    }

    @Test
    void findsPartsOverSeveralLines() {
        assertThat(place("a: |\n  one\n\n    two\n", "two")).hasToString("f.yaml:4:5");
        assertThat(place("a: >-\n  one\n  more two\n", "two")).hasToString("f.yaml:3:8");
        assertThat(place("a: \"one\n\n  more \\\n  two\"\n", "two")).hasToString("f.yaml:4:3");
        assertThat(place("a: one\n  more\n  two\n", "two")).isEqualTo(new SourceRange("f.yaml", 3, 3, 3, 6));
    }

    @Test
    void followsAliases() {
        YamlDocument document = YamlDocument.parse("f.yaml", "b: &x one two\na: *x\n");
        assertThat(document.locate("/a", 4, 7)).hasToString("f.yaml:1:11");
    }

    @Test
    void givesTheWholeValueWhenThePartCannotBeTold() {
        YamlDocument document = YamlDocument.parse("f.yaml", "a: !!binary aGVsbG8=\nb: 1\n");
        assertThat(document.locate("/a", 1, 3)).isEqualTo(document.locate("/a"));
        assertThat(document.locate("/b", 0, 1)).isEqualTo(document.locate("/b"));
        assertThat(document.locate("/a", 4, 99)).isEqualTo(document.locate("/a"));
        assertThat(document.locate("/c/d", 0, 1)).isEqualTo(document.range());
    }

    private static SourceRange place(String text, String part) {
        YamlDocument document = YamlDocument.parse("f.yaml", text);
        int from = document.value().at(JsonPointer.compile("/a")).textValue().indexOf(part);
        return document.locate("/a", from, from + part.length());
    }
}
