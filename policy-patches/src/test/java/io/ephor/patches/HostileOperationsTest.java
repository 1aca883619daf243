package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static io.ephor.patches.JsonText.nestedMaps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches that mean harm end in a value that names the limit. */
@Timeout(60)
class HostileOperationsTest {
    private static final JsonNode DOCUMENT = json("{a:{b:[1,2]},c:'x'}");

    @Test
    void refusesPathsWithTooManySegments() {
        String path = "/a".repeat(1_000_000);
        for (String operation : new String[] {"add", "remove", "replace", "test"}) {
            assertThat(apply("[{\"op\":\"" + operation + "\",\"path\":\"" + path + "\",\"value\":1}]"))
                    .contains("more than 1000 segments");
        }
        assertThat(apply("[{\"op\":\"copy\",\"path\":\"/x\",\"from\":\"" + path + "\"}]"))
                .contains("more than 1000 segments");
    }

    @Test
    void refusesIndexesThatAreTooLarge() {
        assertThat(apply("- {op: add, path: /a/b/2147483648, value: 1}"))
                .contains("Unable to access invalid index: 2147483648");
        assertThat(apply("- {op: add, path: /a/b/99999999999999999999, value: 1}"))
                .contains("value out of range");
        assertThat(apply("- {op: add, path: /a/b/2147483648/x, value: 1}")).contains("more than 1000000 nodes");
        assertThat(apply("- {op: add, path: /new/2147483648, value: 1}")).contains("more than 1000000 nodes");
        assertThat(apply("- {op: add, path: /new/-9223372036854775808, value: 1}"))
                .contains("negative index");
        assertThat(apply("- {op: add, path: /new/9223372036854775807/9223372036854775807, value: 1}"))
                .contains("more than 1000000 nodes");
    }

    @Test
    void refusesCopiesThatDouble() {
        StringBuilder patch = new StringBuilder("- {op: add, path: /x, value: [1]}\n");
        for (int i = 0; i < 40; i++) {
            patch.append("- {op: copy, from: /x, path: /x/-}\n");
        }
        assertThat(apply(patch.toString())).contains("more than 1000000 nodes");
        StringBuilder wide = new StringBuilder("- {op: add, path: /x, value: {a: 1}}\n");
        for (int i = 0; i < 40; i++) {
            wide.append("- {op: copy, from: /x, path: /y}\n- {op: copy, from: /x, path: /x/k")
                    .append(i)
                    .append("}\n");
        }
        assertThat(apply(wide.toString())).contains("more than 1000000 nodes");
    }

    @Test
    void refusesMovesThatDeepenTheDocumentWithoutEnd() {
        StringBuilder patch = new StringBuilder("- {op: add, path: /x, value: {}}\n");
        String way = "/k".repeat(400);
        for (int i = 0; i < 40; i++) {
            patch.append("- {op: add, path: /n" + way + ", value: {}}\n- {op: move, from: /x, path: /n" + way
                    + "/x}\n- {op: move, from: /n, path: /x}\n");
        }
        assertThat(apply(patch.toString())).contains("deeper than 1500 levels");
    }

    @Test
    void refusesPatchesThatAreTooDeep() {
        assertThat(apply("[{\"op\":\"add\",\"path\":\"/x\",\"value\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]"))
                .contains("deeper than 500 levels");
        assertThat(apply("[".repeat(1_000_000))).contains("failed to decode patches");
        assertThat(apply("- {op: add, path: /x, value: " + "[".repeat(900) + "]".repeat(900) + "}"))
                .contains("deeper than");
    }

    @Test
    void answersForDocumentsThatAreTooDeep() {
        JsonNode deep = nestedMaps("a", 100_000, TextNode.valueOf("x"));
        assertThat(JsonPatchDocument.parse("- {op: add, path: /x, value: 1}").apply(deep))
                .isInstanceOf(PatchOutcome.Patched.class);
        assertThat(JsonPatchDocument.parse("- {op: test, path: /x, value: 1}").apply(deep))
                .isInstanceOf(PatchOutcome.Failed.class);
        assertThat(JsonPatchDocument.parse("- {op: remove, path: /x}").apply(deep))
                .isEqualTo(new PatchOutcome.Unchanged());
        assertThat(JsonPatchDocument.parse("- {op: copy, from: /a, path: /b}")
                        .apply(deep)
                        .toString())
                .contains("deeper than 1500 levels");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "[{\"op\":\"add\",\"path\":\"\",\"value\":null}]",
                "[{\"op\":\"replace\",\"path\":\"\",\"value\":null}]",
                "[{\"op\":\"test\",\"path\":\"\"}]",
                "[{\"op\":\"test\",\"path\":\"\",\"value\":null}]",
                "[{\"op\":\"replace\",\"path\":\"\",\"value\":[]},{\"op\":\"add\",\"path\":\"/x\",\"value\":1}]",
                "[{\"op\":\"move\",\"from\":\"/\",\"path\":\"//\"}]",
                "[{\"op\":\"copy\",\"from\":\"\",\"path\":\"/a/self\"},{\"op\":\"copy\",\"from\":\"/\",\"path\":\"\"}]",
                "[{\"op\":\"add\",\"path\":\"//x/y\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a/b//x\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a~2\",\"value\":1e999}]",
                "[null]",
                "[{\"op\":null}]",
                "[{\"op\":\"remove\",\"path\":7}]",
                "[{\"op\":\"remove\",\"path\":null}]",
                "[[]]",
                "{}",
                "7",
                "'x'",
                "[1,",
                "\u0000",
                "[\u0000]",
                "*a",
                "- {op: test, path: /c, value: [null]}",
                "- {op: move, from: /a, path: /a/b}",
                "- {op: move, from: /a/b/0, path: /a/b/9}"
            })
    void answersStrangePatches(String patch) {
        JsonPatchDocument document = JsonPatchDocument.parse(patch);
        for (JsonNode each : new JsonNode[] {DOCUMENT, json("{}"), json("[]"), json("[[1]]"), NullNode.instance}) {
            assertThat(document.apply(each)).isNotNull();
        }
    }

    private static String apply(String patch) {
        PatchOutcome outcome = JsonPatchDocument.parse(patch).apply(DOCUMENT);
        return outcome instanceof PatchOutcome.Failed failed ? failed.text() : outcome.toString();
    }
}
