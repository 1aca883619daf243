package io.ephor.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private static final YamlReader LENIENT = YamlReader.lenient();
    private static final YamlReader STRICT = YamlReader.strict();

    @Test
    void readsEveryDocumentWithItsLinesInTheFile() {
        List<YamlOutcome> outcomes =
                LENIENT.readAll("f.yaml", "# head\n---\na: 1\n---\n\n# only a comment\n---\nb: {c: 2}\n");
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(1).orThrow().locate("/b/c")).hasToString("f.yaml:8:8");
        assertThat(outcomes.get(1).orThrow().line(8)).isEqualTo("b: {c: 2}");
    }

    @Test
    void oneBadDocumentDoesNotLoseTheOthers() {
        List<YamlOutcome> outcomes = LENIENT.readAll("f.yaml", "a: 1\n---\nb: [1\n---\nc: 3\n");
        assertThat(outcomes).hasSize(3);
        assertThat(fault(outcomes.get(1)).code()).isEqualTo("yaml-syntax");
        assertThat(fault(outcomes.get(1)).at().line()).isEqualTo(4);
        assertThat(json(outcomes.get(2))).isEqualTo("{\"c\":3}");
    }

    @Test
    void refusesTextAfterASeparatorAndReadsOn() {
        List<YamlOutcome> outcomes = LENIENT.readAll("f.yaml", "a: 1\n--- b\nc: 2\n---\nd: 3\n");
        assertThat(outcomes).hasSize(2);
        assertThat(fault(outcomes.get(0)))
                .hasToString("f.yaml:2:1: error[yaml-separator]: "
                        + "a line that starts with `---` separates documents and can only hold a comment after it");
        assertThat(json(outcomes.get(1))).isEqualTo("{\"d\":3}");
    }

    @Test
    void givesTheLastLineABreakWhenItCutsAFile() {
        assertThat(json(LENIENT.readAll("f.yaml", "a: |\n  x").get(0))).isEqualTo("{\"a\":\"x\\n\"}");
        assertThat(json(LENIENT.readFirst("f.yaml", "a: |\n  x"))).isEqualTo("{\"a\":\"x\"}");
    }

    @Test
    void readsTheFirstDocumentAndNothingAfterIt() {
        assertThat(json(LENIENT.readFirst("f.yaml", "--- [1] x"))).isEqualTo("[1]");
        assertThat(json(LENIENT.readFirst("f.yaml", ""))).isEqualTo("null");
    }

    @Test
    void lastDuplicateWinsWhenLenient() {
        assertThat(json(LENIENT.read("f.yaml", "a: 1\nb: 2\na: 3\n"))).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(LENIENT.read("f.yaml", "a: 1\nb: 2\na: 3\n").orThrow().locate("/a"))
                .hasToString("f.yaml:3:4");
    }

    @Test
    void reportsAllDuplicatesWhenStrictAndReadsThemLeniently() {
        YamlOutcome outcome = STRICT.read("f.yaml", "a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n");
        assertThat(((YamlOutcome.Faulty) outcome).faults())
                .extracting(YamlFault::toString)
                .containsExactly(
                        "f.yaml:2:11: error[yaml-duplicate-key]: duplicate key `c`",
                        "f.yaml:3:1: error[yaml-duplicate-key]: duplicate key `a`",
                        "f.yaml:4:1: error[yaml-duplicate-key]: duplicate key `a`");
        YamlDocument lenient = ((YamlOutcome.Faulty) outcome).lenient();
        assertThat(lenient == null ? null : lenient.value()).hasToString("{\"a\":4,\"b\":{\"c\":2}}");
    }

    @Test
    void duplicatesOfJsonHavePlacesToo() {
        YamlFault fault = fault(STRICT.read("f.json", "{\"a\": 1,\n \"a\": 2}"));
        assertThat(fault.code()).isEqualTo("yaml-duplicate-key");
        assertThat(fault.at()).isEqualTo(new SourceRange("f.json", 2, 2, 2, 5));
    }

    @Test
    void keysOfOneTextAndTwoKindsAreAmbiguous() {
        assertThat(fault(LENIENT.read("f.yaml", "1: a\n\"1\": b\n")).code()).isEqualTo("yaml-ambiguous-key");
        assertThat(fault(STRICT.read("f.yaml", "on: a\ntrue: b\n")).code()).isEqualTo("yaml-duplicate-key");
        assertThat(json(LENIENT.read("f.yaml", "on: a\ntrue: b\n"))).isEqualTo("{\"true\":\"b\"}");
    }

    @Test
    void expandsAliasesAndMergeKeys() {
        String text = "a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}\nc: {<<: [{x: 5}, *a]}\nd: *a\n\"<<\": 1\n";
        YamlDocument document = LENIENT.read("f.yaml", text).orThrow();
        assertThat(document.value())
                .hasToString("{\"a\":{\"x\":1,\"z\":2},\"b\":{\"x\":1,\"z\":3},\"c\":{\"x\":5,\"z\":2},"
                        + "\"d\":{\"x\":1,\"z\":2},\"<<\":1}");
        assertThat(document.locate("/b/x")).hasToString("f.yaml:1:11");
        assertThat(document.locate("/b/z")).hasToString("f.yaml:2:16");
        assertThat(document.locate("/c/x")).hasToString("f.yaml:3:14");
        assertThat(document.locate("/d")).hasToString("f.yaml:4:4");
        assertThat(document.locate("/d/z")).hasToString("f.yaml:1:17");
        assertThat(document.locateKey("/c/z")).hasToString("f.yaml:1:14");
    }

    @Test
    void mergedKeysKeepTheirKind() {
        String text = "a: &a {on: 1, 2: x}\nb: {<<: *a, on: 3, 2: y}\n";
        assertThat(json(LENIENT.read("f.yaml", text)))
                .isEqualTo("{\"a\":{\"true\":1,\"2\":\"x\"},\"b\":{\"true\":3,\"2\":true}}");
        assertThat(fault(LENIENT.read("f.yaml", "a: &a {1: x}\nb: {\"1\": z, <<: *a}\n"))
                        .code())
                .isEqualTo("yaml-ambiguous-key");
    }

    @Test
    void mergeKeysThatRepeatAKeyAreDuplicates() {
        YamlFault fault = fault(STRICT.read("f.yaml", "a: &a {x: 1}\nb:\n  x: 2\n  <<: *a\n"));
        assertThat(fault).hasToString("f.yaml:4:3: error[yaml-duplicate-key]: duplicate key `x`");
    }

    @Test
    void mergeKeysTakeObjectsOnly() {
        assertThat(fault(LENIENT.read("f.yaml", "a: {<<: 1}")))
                .hasToString("f.yaml:1:9: error[yaml-merge]: a merge key takes an object or a list of objects");
        assertThat(fault(LENIENT.read("f.yaml", "a: {<<: [1]}")).code()).isEqualTo("yaml-merge");
        assertThat(fault(LENIENT.read("f.yaml", "a: &x 1\nb: {<<: [*x]}")).code())
                .isEqualTo("yaml-merge");
    }

    @Test
    void aliasesNeedAnAnchorThatIsComplete() {
        assertThat(fault(LENIENT.read("f.yaml", "a: *b")))
                .hasToString("f.yaml:1:4: error[yaml-alias]: no anchor `b` stands before this alias");
        assertThat(fault(LENIENT.read("f.yaml", "a: &b [*b]")))
                .hasToString("f.yaml:1:8: error[yaml-alias]: the value of anchor `b` contains itself");
    }

    @Test
    void aliasesCanBeKeys() {
        assertThat(json(LENIENT.read("f.yaml", "&k 1: &v x\n*v : *k\n"))).isEqualTo("{\"1\":\"x\",\"x\":1}");
    }

    @Test
    void keysAreTexts() {
        assertThat(json(LENIENT.read("f.yaml", "1: a\ny: b\n1234567.0: c\n0x10: d\n.inf: e\n")))
                .isEqualTo("{\"1\":\"a\",\"true\":\"b\",\"1.234567e+06\":\"c\",\"16\":\"d\",\".inf\":\"e\"}");
        assertThat(fault(LENIENT.read("f.yaml", "~: a")).code()).isEqualTo("yaml-invalid-key");
        assertThat(fault(LENIENT.read("f.yaml", "18446744073709551615: a")).code())
                .isEqualTo("yaml-invalid-key");
        assertThat(fault(LENIENT.read("f.yaml", "a: {{ b }}")))
                .hasToString(
                        "f.yaml:1:5: error[yaml-invalid-key]: "
                                + "an object or a list cannot be the key of an object; text that starts with `{{` needs quotes");
    }

    @Test
    void declaresNoOtherVersionThan11() {
        assertThat(json(LENIENT.readFirst("f.yaml", "%YAML 1.1\n---\na: 1\n"))).isEqualTo("{\"a\":1}");
        assertThat(fault(LENIENT.readFirst("f.yaml", "%YAML 1.2\n---\na: 1\n")).code())
                .isEqualTo("yaml-version");
    }

    @Test
    void readsBytesWithAByteOrderMark() {
        byte[] bytes = "\uFEFFa: é\n---\n\uFEFFb: 2\n".getBytes(StandardCharsets.UTF_8);
        List<YamlOutcome> outcomes = LENIENT.readAll("f.yaml", bytes);
        assertThat(json(outcomes.get(0))).isEqualTo("{\"a\":\"é\"}");
        assertThat(outcomes.get(0).orThrow().locate("/a")).hasToString("f.yaml:1:4");
        assertThat(json(outcomes.get(1))).isEqualTo("{\"b\":2}");
    }

    @Test
    void columnsAreCountedInCodePoints() {
        YamlDocument document = LENIENT.read("f.yaml", "\"😀\": {b: 1}\n").orThrow();
        assertThat(document.locate("/😀/b")).hasToString("f.yaml:1:10");
        assertThat(LENIENT.read("f.json", "{\"😀\": 1}").orThrow().locate("/😀"))
                .hasToString("f.json:1:7");
    }

    private static YamlFault fault(YamlOutcome outcome) {
        assertThat(outcome).isInstanceOf(YamlOutcome.Faulty.class);
        return ((YamlOutcome.Faulty) outcome).faults().get(0);
    }

    private static String json(YamlOutcome outcome) {
        return outcome.orThrow().value().toString();
    }
}
