package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patches.PatchOutcome;
import java.util.ArrayList;
import java.util.List;

/** Rows whose answer is what became of a resource: status, patched document and error text. */
final class PatchRows {
    private static final List<String> ANSWER = List.of("status", "patched", "error");

    private PatchRows() {}

    /** Returns an outcome in the form of the recordings. */
    static ObjectNode answer(PatchOutcome outcome) {
        ObjectNode answer = SuiteRun.object();
        if (outcome instanceof PatchOutcome.Patched patched) {
            answer.put("status", "pass").set("patched", patched.document());
        } else if (outcome instanceof PatchOutcome.Failed failed) {
            answer.put("status", "error").put("error", failed.text());
        } else {
            answer.put("status", "skip");
        }
        return answer;
    }

    /**
     * Compares an answer. Where the reference crashes, any error is right; a name that ends in {@code -random} says that
     * it does not give the same answer twice.
     *
     * @param besides what the answer has besides status, document and text
     */
    static void check(SuiteRun run, JsonNode row, ObjectNode actual, String... besides) {
        List<String> fields = new ArrayList<>(ANSWER);
        fields.addAll(List.of(besides));
        ObjectNode expected = SuiteRun.object();
        ObjectNode written = row.deepCopy();
        for (String field : fields) {
            written.remove(field);
            if (row.has(field)) {
                expected.set(field, row.get(field));
            }
            if (actual.has(field)) {
                written.set(field, actual.get(field));
            }
        }
        if (!row.has("preprocessed") || row.has("conditionError")) {
            expected.remove("preprocessed");
        }
        String name = row.path("name").asText();
        boolean crashes = row.path("status").asText().equals("panic");
        boolean agrees = crashes
                ? actual.get("status").textValue().equals("error")
                : name.endsWith("-random") || JsonEquality.VALUES.same(expected, actual);
        run.check(name, () -> row, expected, actual, agrees);
        run.answer(written);
    }
}
