package io.ephor.patches;

import static io.ephor.patches.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import io.ephor.values.PatchOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchDocumentTest {
    private static final JsonNode POD = json("{apiVersion:'v1',kind:'Pod',metadata:{name:'p',labels:{a:'b'}},"
            + "spec:{containers:[{name:'a'},{name:'b'}],n:null}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{op: add, path: /metadata/labels/c, value: d} | /metadata/labels | {a:'b',c:'d'}",
                "{op: add, path: /metadata/annotations/0, value: z} | /metadata/annotations | ['z']",
                "{op: add, path: /metadata/annotations/2/x, value: z} | /metadata/annotations | [null,null,{x:'z'}]",
                "{op: add, path: /spec/n/x/-, value: 1} | /spec/n | {x:[1]}",
                "{op: add, path: /spec/containers/-1, value: 1} | /spec/containers | [{name:'a'},{name:'b'},1]",
                "{op: add, path: /spec/containers/+01, value: 1} | /spec/containers | [{name:'a'},1,{name:'b'}]",
                "{op: remove, path: /spec/containers/-2} | /spec/containers | [{name:'b'}]",
                "{op: replace, path: /spec/containers/-1/name, value: no} | /spec/containers/1 | {name:false}",
                "{op: move, from: /metadata/labels, path: /spec/n} | /spec/n | {a:'b'}",
                "{op: copy, from: /metadata, path: /spec/containers/0} | /spec/containers/0 | {name:'p',labels:{a:'b'}}",
                "{op: add, path: spec/z, value: 1} | | {apiVersion:'v1',kind:'Pod',metadata:{name:'p',labels:{a:'b'}},spec:{containers:[{name:'a'},{name:'b'}],n:null},z:1}",
            })
    void appliesAnOperation(String operation, String pointer, String expected) {
        PatchOutcome outcome = JsonPatchDocument.parse("- " + operation).apply(POD);
        assertThat(outcome).isInstanceOf(PatchOutcome.Patched.class);
        JsonNode document = ((PatchOutcome.Patched) outcome).document();
        // By text, for Jackson tells a long from an int.
        assertThat(document.at(pointer == null ? "" : pointer))
                .hasToString(json(expected).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "- {op: remove, path: /nope}",
                "- {op: remove, path: /kind/x/y}",
                "- {op: remove, path: /spec/containers/7}",
                "- {op: add, path: /metadata/name, value: p}",
                "- {op: test, path: /nope, value: null}",
                "- {op: test, path: /spec/n, value: null}",
                "- {op: replace, path: /metadata, value: {labels: {a: b}, name: p}}",
                "- {op: move, from: /spec, path: /spec}"
            })
    void leavesADocumentAsItIs(String patch) {
        assertThat(JsonPatchDocument.parse(patch).apply(POD)).isEqualTo(new PatchOutcome.Unchanged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\":\"move\",\"from\":\"/kind\",\"path\":\"/kind\"}]",
                "[{\"op\":\"replace\",\"path\":\"/metadata\",\"value\":{\"name\":\"p\",\"labels\":{\"a\":\"b\"}}}]",
                "[{\"op\":\"replace\",\"path\":\"/kind\",\"value\":\"P\\u006fd\"}]"
            })
    void takesOtherCharactersForAChange(String patch) {
        assertThat(JsonPatchDocument.parse(patch).apply(POD))
                .isInstanceOfSatisfying(
                        PatchOutcome.Patched.class,
                        patched -> assertThat(patched.document()).isEqualTo(POD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{op: add, path: /x} | failed to decode patches: invalid operation {\"op\":\"add\",\"path\":\"/x\"}: failed to decode 'value': operation, missing value field: missing value",
                "{op: Add, path: /x, value: <} | failed to decode patches: invalid operation {\"op\":\"Add\",\"path\":\"/x\",\"value\":\"\\u003c\"}: unsupported operation",
                "{op: copy, path: /x} | failed to decode patches: invalid operation {\"op\":\"copy\",\"path\":\"/x\"}: failed to decode 'from': operation, missing from field: missing value",
                "{op: remove} | failed to decode patches: invalid operation {\"op\":\"remove\"}: failed to decode 'path': operation missing path field: missing value",
                "7 | failed to decode patches: json: cannot unmarshal number into Go value of type jsonpatch.Operation",
                "{op: test, path: /kind, value: x} | testing value /kind failed: test failed",
                "{op: replace, path: /nope, value: x} | replace operation does not apply: doc is missing key: /nope: missing value",
                "{op: add, path: /kind/x, value: x} | invalid state detected",
                "{op: add, path: /spec/containers/9, value: x} | error in add for path: '/spec/containers/9': Unable to access invalid index: 9: invalid index referenced",
                "{op: remove, path: /spec/containers/x} | error in remove for path: '/spec/containers/x': strconv.Atoi: parsing \"x\": invalid syntax",
                "{op: move, from: /nope, path: /x} | error in move for path: 'nope': unable to get nonexistent key: nope: missing value",
            })
    void saysWhyAnOperationDoesNotApply(String operation, String cause) {
        assertThat(JsonPatchDocument.parse("- " + operation).apply(POD))
                .isEqualTo(new PatchOutcome.Failed("failed to patch resource: " + cause));
    }

    @Test
    void wantsJsonAfterABracket() {
        assertThat(JsonPatchDocument.parse("[{op: add, path: /x, value: 1}]").apply(POD))
                .isEqualTo(new PatchOutcome.Failed(
                        "failed to patch resource: failed to decode patches: invalid state detected"));
    }

    @Test
    void tellsANullThatWasWrittenFromOneThatWasThere() {
        String patch = "- {op: add, path: /x, value: null}\n- {op: test, path: /x, value: null}";
        assertThat(JsonPatchDocument.parse(patch).apply(POD))
                .isEqualTo(new PatchOutcome.Failed("failed to patch resource: testing value /x failed: test failed"));
    }

    @Test
    void writesToNothingAndSharesTheRest() {
        JsonNode pod = POD.deepCopy();
        PatchOutcome outcome = JsonPatchDocument.parse("- {op: add, path: /metadata/labels/c, value: d}\n"
                        + "- {op: test, path: /spec/containers/0/name, value: a}")
                .apply(pod);
        assertThat(pod).isEqualTo(POD);
        assertThat(((PatchOutcome.Patched) outcome).document().get("spec")).isSameAs(pod.get("spec"));
    }

    @Test
    void givesItsOperations() {
        assertThat(JsonPatchDocument.parse("- {op: move, from: /a, path: /b}").operations())
                .containsExactly(new PatchOperation(PatchOperation.Kind.MOVE, "/b", "/a", null));
        assertThat(JsonPatchDocument.parse("- {op: nope}").operations()).isEmpty();
    }

    @Test
    void agreesWithThePublicCases() {
        int cases = 0;
        for (String file : new String[] {"tests.json", "spec_tests.json"}) {
            String text = String.join("\n", Corpus.lines("public/json-patch-tests/" + file));
            for (JsonNode test : text.isEmpty() ? json("[]") : json(text)) {
                if (test.has("expected")
                        && test.path("doc").isContainerNode()
                        && !test.path("disabled").booleanValue()) {
                    cases++;
                    JsonNode patch = test.get("patch");
                    JsonNode patched =
                            document(JsonPatchDocument.parse(patch.toString()).apply(test.get("doc")), test);
                    assertThat(JsonEquality.deepEqual(patched, test.get("expected"), NumberView.AS_WRITTEN))
                            .as("%s became %s", test, patched)
                            .isTrue();
                }
            }
        }
        assertThat(cases)
                .satisfiesAnyOf(
                        count -> assertThat(count).isZero(),
                        count -> assertThat(count).isGreaterThan(40));
    }

    private static JsonNode document(PatchOutcome outcome, JsonNode test) {
        return outcome instanceof PatchOutcome.Patched patched ? patched.document() : test.get("doc");
    }
}
