package io.ephor.values.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.values.YamlFault;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import org.junit.jupiter.api.Test;

/** Corners where YAML 1.1 and Go's scanner make something else of a text than YAML 1.2 does. */
class YamlScannerTest {
    @Test
    void blockAtTheEndOfTheTextHasNoBreakOfItsOwn() {
        assertThat(json("a: |\n x")).isEqualTo("{\"a\":\"x\"}");
        assertThat(json("a: |+\n x\n\n")).isEqualTo("{\"a\":\"x\\n\\n\"}");
        assertThat(json("- |+\n   ")).isEqualTo("[\"\"]");
        assertThat(json("- |+\n   \n")).isEqualTo("[\"\\n\"]");
        assertThat(json("a: >\n \n  \n   \n # c\n")).isEqualTo("{\"a\":\"\"}");
    }

    @Test
    void foldsLines() {
        assertThat(json("a: >\n  x\n  y\n\n  z\n   w\n  v\n")).isEqualTo("{\"a\":\"x y\\nz\\n w\\nv\\n\"}");
        assertThat(json("a: x  y\n  z\n\n  w\n")).isEqualTo("{\"a\":\"x  y z\\nw\"}");
        assertThat(json("a: \"x \\\n   y\n\n  z \"\n")).isEqualTo("{\"a\":\"x y\\nz \"}");
        assertThat(json("a: 'it''s\n  b'\n")).isEqualTo("{\"a\":\"it's b\"}");
    }

    @Test
    void readsIndentationAndChomping() {
        assertThat(json("a: |2-\n    x\n")).isEqualTo("{\"a\":\"  x\"}");
        assertThat(json("a: >+1 # c\n  x\n\n")).isEqualTo("{\"a\":\" x\\n\\n\"}");
        assertThat(fault("a: |0\n x\n"))
                .hasToString("f.yaml:1:5: error[yaml-syntax]: the indentation of a block is a digit from 1 to 9");
    }

    @Test
    void questionMarksAndColonsInFlowStyle() {
        assertThat(json("{?a: 1}")).isEqualTo("{\"a\":1}");
        assertThat(json("[a: 1, ? b]")).isEqualTo("[{\"a\":1},{\"b\":null}]");
        assertThat(json("{a:, b: -}")).isEqualTo("{\"a:\":null,\"b\":\"-\"}");
        assertThat(json("[-, http://x.y:80/z]")).isEqualTo("[\"-\",\"http://x.y:80/z\"]");
        assertThat(fault("[a?b]").message()).isEqualTo("`,` or `]` is expected here");
    }

    @Test
    void namesOfAnchorsAreWords() {
        assertThat(json("k: &an:chor value\n")).isEqualTo("{\"k\":\":chor value\"}");
        assertThat(fault("- &é x\n"))
                .hasToString("f.yaml:1:4: error[yaml-syntax]: "
                        + "the name of an anchor, after `&`, has letters, digits, `_` and `-` only");
    }

    @Test
    void tabsDoNotIndent() {
        assertThat(fault("a:\n\tb: 1\n"))
                .hasToString("f.yaml:2:1: error[yaml-syntax]: a tab cannot stand here; YAML is indented by spaces");
        assertThat(fault("a: |\n \tx\n"))
                .hasToString("f.yaml:2:2: error[yaml-syntax]: a tab cannot indent a block; YAML is indented by spaces");
        assertThat(json("a:\tb\t# c\nd: [\t1,\t2]\n")).isEqualTo("{\"a\":\"b\",\"d\":[1,2]}");
    }

    @Test
    void lineSeparatorsBreakLines() {
        assertThat(json("a: \"x\u2028 y\"\n")).isEqualTo("{\"a\":\"x\u2028y\"}");
        assertThat(json("a: 1\u0085b: 2\rc: 3\r\nd: 4")).isEqualTo("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");
    }

    @Test
    void unescapes() {
        assertThat(json("\"\\x41\\u00e9\\U0001F600\\0\\e\\_\\N\\L\\'\\\t\""))
                .isEqualTo("\"Aé😀\\u0000\\u001B\u00a0\u0085\u2028'\\t\"");
        assertThat(fault("a: \"\\q\""))
                .hasToString(
                        "f.yaml:1:5: error[yaml-syntax]: there is no escape `\\q`; in single quotes a `\\` is itself");
        assertThat(fault("a: \"\\x4\"").message()).isEqualTo("this escape needs 2 hexadecimal digits");
        assertThat(fault("a: \"\\ud83d\\ude00\"").at().column()).isEqualTo(5);
        assertThat(fault("a: \"\\UFFFFFFFF\"").code()).isEqualTo("yaml-syntax");
    }

    @Test
    void tagsAndDirectives() {
        assertThat(json("%TAG !e! tag:yaml.org,2002:\n---\n- !e!str 1\n- !!int \"2\"\n- !<tag:yaml.org,2002:str> 3\n"))
                .isEqualTo("[\"1\",2,\"3\"]");
        assertThat(json("- !!s%74r 1\n- !%c3%a9 2\n")).isEqualTo("[\"1\",\"2\"]");
        assertThat(fault("!e!x 1").message()).isEqualTo("the handle of this tag is not declared");
        assertThat(fault("!%c3 1").code()).isEqualTo("yaml-syntax");
        assertThat(fault("%FOO\n---\n")).hasToString("f.yaml:1:1: error[yaml-syntax]: there is no directive `%FOO`");
        assertThat(fault("%YAML 1.123\n---\n").at().column()).isEqualTo(11);
        assertThat(fault("%YAML 1.1\n%YAML 1.1\n---\n").message())
                .isEqualTo("this directive stands here for the second time");
        assertThat(fault("%YAML 1.1\na").message()).isEqualTo("`---` is expected after the directives");
    }

    @Test
    void saysWhatIsExpectedAndWhere() {
        assertThat(fault("a: b: c\n"))
                .hasToString(
                        "f.yaml:1:5: error[yaml-syntax]: a `:` cannot stand here; a text that contains `: ` needs quotes");
        assertThat(fault("a: 1\nb\nc: 2\n"))
                .hasToString("f.yaml:2:1: error[yaml-syntax]: a key stands here, and no `:` follows it on its line");
        assertThat(fault("a: \"x\n")).hasToString("f.yaml:1:4: error[yaml-syntax]: these quotes are not closed");
        assertThat(fault("a: @b"))
                .hasToString(
                        "f.yaml:1:4: error[yaml-syntax]: no value can start with `@`; a text that does needs quotes");
        assertThat(fault("- a\nb: c\n"))
                .hasToString(
                        "f.yaml:2:1: error[yaml-syntax]: an entry `- ` of this list, or its end, is expected here");
        assertThat(fault("a:\n  b: 1\n c: 2\n").message())
                .isEqualTo("a key of this object, or its end, is expected here");
        assertThat(fault("a: - b\n").message()).isEqualTo("an entry of a list cannot stand here");
        assertThat(fault("a: {b: 1\n").message()).isEqualTo("`,` or `}` is expected here");
        assertThat(fault("[a, , b]").message()).isEqualTo("a value is expected here");
    }

    private static String json(String text) {
        return YamlReader.lenient().readFirst("f.yaml", text).orThrow().value().toString();
    }

    private static YamlFault fault(String text) {
        YamlOutcome outcome = YamlReader.lenient().readFirst("f.yaml", text);
        assertThat(outcome).isInstanceOf(YamlOutcome.Faulty.class);
        return ((YamlOutcome.Faulty) outcome).faults().get(0);
    }
}
