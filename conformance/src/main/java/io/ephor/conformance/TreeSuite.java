package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternMatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whole patterns against whole resources: verdict, path and text. Patterns and resources are defined by rows of their own. */
final class TreeSuite implements Suite {
    private static final List<String> ANSWER = List.of("v", "path", "err");

    @Override
    public String name() {
        return "tree";
    }

    @Override
    public String file() {
        return "patterns/tree.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        Map<Integer, JsonNode> patterns = new HashMap<>();
        Map<Integer, JsonNode> resources = new HashMap<>();
        run.rows(row -> {
            if (row.has("v")) {
                JsonNode pattern = row.has("p")
                        ? Objects.requireNonNull(patterns.get(row.get("p").intValue()))
                        : row.get("pattern");
                JsonNode resource = row.has("r")
                        ? Objects.requireNonNull(resources.get(row.get("r").intValue()))
                        : row.get("resource");
                compare(run, row, pattern, resource);
                return;
            }
            if (row.has("p")) {
                patterns.put(row.get("p").intValue(), row.get("pattern"));
            } else {
                resources.put(row.get("r").intValue(), row.get("resource"));
            }
            run.answer(row);
        });
    }

    private static void compare(SuiteRun run, JsonNode row, JsonNode pattern, JsonNode resource) {
        ObjectNode actual = answer(Pattern.compile(pattern).match(resource));
        ObjectNode expected = SuiteRun.object();
        ObjectNode written = row.deepCopy();
        for (String field : ANSWER) {
            written.remove(field);
            if (row.has(field)) {
                expected.set(field, row.get(field));
            }
            if (actual.has(field)) {
                written.set(field, actual.get(field));
            }
        }
        run.check(
                row.has("policy") ? row.get("policy").textValue() : pattern.toString(),
                () -> row.<ObjectNode>deepCopy().setAll(Map.of("pattern", pattern, "resource", resource)),
                expected,
                actual,
                agrees(row, expected, actual));
        run.answer(written);
    }

    private static ObjectNode answer(PatternMatch match) {
        ObjectNode answer = SuiteRun.object();
        if (match instanceof PatternMatch.Skipped skipped) {
            return answer.put("v", "skip").put("err", skipped.text());
        }
        if (match instanceof PatternMatch.Mismatched mismatched) {
            return answer.put("v", "fail").put("path", mismatched.path()).put("err", mismatched.text());
        }
        if (match instanceof PatternMatch.Failed failed) {
            return answer.put("v", "error").put("err", failed.text());
        }
        return answer.put("v", "ok");
    }

    /** Where the reference leaves the answer to chance, any of those that were seen is right; where it crashes, any error. */
    private static boolean agrees(JsonNode row, ObjectNode expected, ObjectNode actual) {
        String verdict = actual.get("v").textValue();
        if (expected.get("v").textValue().equals("panic")) {
            return verdict.equals("fail") || verdict.equals("error");
        }
        if (!row.has("random")) {
            return JsonEquality.KINDS.same(expected, actual);
        }
        for (JsonNode seen : row.get("random")) {
            boolean same = seen.get(0).textValue().equals(verdict)
                    && seen.get(1).textValue().equals(actual.path("path").asText(""))
                    && seen.get(2).textValue().equals(actual.path("err").asText(""));
            if (same) {
                return true;
            }
        }
        return false;
    }
}
