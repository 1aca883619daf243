package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

/** The expected texts are those of go.yaml.in/yaml/v3 v3.0.3. */
class YamlWriterTest {
    private static String text(String value) {
        return YamlWriter.write(TextNode.valueOf(value), 2);
    }

    private static String field(String value) {
        return YamlWriter.write(JsonNodeFactory.instance.objectNode().put("k", value), 2);
    }

    private static String written(String yaml, int indent) {
        return YamlWriter.write(YamlDocument.parse("value.yaml", yaml).value(), indent);
    }

    @Test
    void writesTextsPlainWherePossible() {
        assertThat(text("no quotes: needed?")).isEqualTo("'no quotes: needed?'\n");
        assertThat(text("a:b #c".replace(" ", ""))).isEqualTo("a:b#c\n");
        assertThat(text("it's")).isEqualTo("it's\n");
        assertThat(text("<<")).isEqualTo("<<\n");
        assertThat(text("0o9")).isEqualTo("0o9\n");
        assertThat(text("_0o7")).isEqualTo("_0o7\n");
        assertThat(text("190:20:30.15")).isEqualTo("\"190:20:30.15\"\n");
    }

    @Test
    void quotesWhatWouldBeReadAsSomethingElse() {
        for (String value :
                new String[] {"", "true", "No", "~", "12", "0x1F", "1e3", ".5", ".inf", "0o17", "2020-01-01"}) {
            assertThat(text(value)).isEqualTo("\"" + value + "\"\n");
        }
    }

    @Test
    void quotesWhatWouldBeReadAsSyntax() {
        assertThat(text("- a")).isEqualTo("'- a'\n");
        assertThat(text("-a")).isEqualTo("-a\n");
        assertThat(text("@it's")).isEqualTo("'@it''s'\n");
        assertThat(text(" a ")).isEqualTo("' a '\n");
        assertThat(text("a #b")).isEqualTo("'a #b'\n");
        assertThat(text("--- a")).isEqualTo("'--- a'\n");
    }

    @Test
    void escapesWhatCannotStandForItself() {
        assertThat(text("a\tb")).isEqualTo("\"a\\tb\"\n");
        assertThat(text("\u0000\u001b\u007f\u0085\u2028")).isEqualTo("\"\\0\\e\\x7F\\N\\L\"\n");
        assertThat(text("é \uD83D\uDE00")).isEqualTo("\"é \\U0001F600\"\n");
        assertThat(text("\uFEFFa")).isEqualTo("\"\\uFEFF\\x61\"\n");
        assertThat(text("a \nb")).isEqualTo("\"a \\nb\"\n");
    }

    @Test
    void writesLinesAsLiterals() {
        assertThat(field("a\nb")).isEqualTo("k: |-\n  a\n  b\n");
        assertThat(field("a\nb\n")).isEqualTo("k: |\n  a\n  b\n");
        assertThat(field("a\n\n")).isEqualTo("k: |+\n  a\n\n");
        assertThat(field("\n a")).isEqualTo("k: |2-\n\n   a\n");
        assertThat(field("a\n\tb")).isEqualTo("k: |-\n  a\n  \tb\n");
    }

    @Test
    void indentsByLevelsAndLists() {
        String yaml = "{b: [1, [x, 'y'], {c: d, e: [z]}], a: {}, l: [], 'n': null, t: true, f: 1.5}";

        assertThat(written(yaml, 2)).isEqualTo("""
                a: {}
                b:
                  - 1
                  - - x
                    - "y"
                  - c: d
                    e:
                      - z
                f: 1.5
                l: []
                "n": null
                t: true
                """);
        assertThat(written("{a: {b: [{c: d, e: [z]}]}}", 4)).isEqualTo("""
                a:
                    b:
                        - c: d
                          e:
                            - z
                """);
    }

    @Test
    void ordersKeysNaturally() {
        assertThat(written("{r10: a, r2: a, B: a, a: a, a-b: a, a1: a, a01: a, 2: a}", 2)
                        .lines())
                .containsExactly("\"2\": a", "B: a", "a: a", "a-b: a", "a1: a", "a01: a", "r2: a", "r10: a");
    }

    @Test
    void keepsTheOrderOfKeysWhereThatIsAskedFor() {
        String yaml = "{r10: [{d: 1, c: 2}, x], r2: {b: {}, a: 'no'}, B: [], '2': null}";
        assertThat(YamlWriter.writeInOrder(
                        YamlDocument.parse("value.yaml", yaml).value(), 2))
                .isEqualTo("""
                r10:
                  - d: 1
                    c: 2
                  - x
                r2:
                  b: {}
                  a: "no"
                B: []
                "2": null
                """);
        assertThat(YamlWriter.writeInOrder(TextNode.valueOf("x"), 9)).isEqualTo("x\n");
    }

    @Test
    void writesKeysOnOneLine() {
        assertThat(written("{\"a\\nb\": c}", 2)).isEqualTo("\"a\\nb\": c\n");
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        JsonNode deep = TextNode.valueOf("x");
        for (int i = 0; i < 100_000; i++) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            deep = list.add(deep);
        }
        JsonNode value = deep;

        assertThatThrownBy(() -> YamlWriter.write(value, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlWriter.writeInOrder(value, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlWriter.writeInOrder(TextNode.valueOf("x"), 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> YamlWriter.write(TextNode.valueOf("x"), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
