package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What happens around the body of a rule: match, exclude, context, preconditions, statuses, actions, users, subresources,
 * deletion and updates. A case is one policy on one request, or on one resource in a scan.
 */
final class FrameSuite implements Suite {
    @Override
    public String name() {
        return "frame";
    }

    @Override
    public String file() {
        return "context/frame.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        StandardPolicyEngine engine =
                StandardPolicyEngine.builder().answersRemembered(false).build();
        run.rows(row -> check(engine, run, row));
    }

    private static void check(StandardPolicyEngine engine, SuiteRun run, JsonNode row) {
        String id = row.path("id").asText();
        Set<String> missing = new TreeSet<>();
        for (JsonNode exception : row.path("exceptions")) {
            missing.addAll(RuleRows.missingFeatures(engine.loadAll(id, Json.write(exception))));
        }
        Policy policy = RuleRows.load(engine, run, row, missing);
        if (policy == null) {
            return;
        }
        EvaluationResult result = engine.evaluate(policy, resource(row), context(row));
        ObjectNode expected = SuiteRun.object().put("blocks", row.path("blocks").asBoolean());
        expected.set("validate", RuleRows.recorded(row.path("validate")));
        ObjectNode actual = SuiteRun.object().put("blocks", result.blocked());
        actual.set("validate", RuleRows.of(result));
        run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        run.check(id, () -> row, expected, actual, agrees(row, expected, actual));
    }

    private static boolean agrees(JsonNode row, JsonNode expected, JsonNode actual) {
        return row.path("referencePanics").asBoolean() || JsonEquality.KINDS.same(expected, actual);
    }

    private static @Nullable JsonNode orNull(JsonNode row, String field) {
        return row.has(field) ? row.get(field) : null;
    }

    private static JsonNode resource(JsonNode row) {
        return row.has("resource") ? row.get("resource") : row.path("oldResource");
    }

    private static EvaluationContext context(JsonNode row) {
        Map<String, String> labels = new LinkedHashMap<>();
        row.path("namespaceLabels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        EvaluationContext.Builder context = row.path("scan").asBoolean()
                ? EvaluationContext.builder()
                        .operation(Operation.valueOf(row.path("operation").asText()))
                        .oldResource(orNull(row, "oldResource"))
                : AdmissionRow.context(row).toBuilder();
        return context.namespaceLabels(labels)
                .lookups(new World(row.path("world")).lookups())
                .phases(Phase.VALIDATE)
                .build();
    }
}
