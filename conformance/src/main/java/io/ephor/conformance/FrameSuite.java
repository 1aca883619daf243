package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.RuleResult;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        PolicyEngine engine = run.engine(
                StandardPolicyEngine.builder().answersRemembered(false).build());
        run.rows(row -> check(engine, run, row));
    }

    private static void check(PolicyEngine engine, SuiteRun run, JsonNode row) {
        String id = row.path("id").asText();
        Set<String> missing = new TreeSet<>();
        List<PolicyException> exceptions = new ArrayList<>();
        for (JsonNode written : row.path("exceptions")) {
            LoadResult loaded = engine.loadAll(id, Json.write(written));
            missing.addAll(RuleRows.missingFeatures(loaded));
            exceptions.addAll(loaded.exceptions());
        }
        Policy policy = RuleRows.load(engine, run, row, missing);
        if (policy == null) {
            return;
        }
        Map<String, String> labels = namespaceLabels(row);
        World world = new World(row.path("world"), labels);
        EvaluationContext context = context(row).toBuilder()
                .namespaceLabels(labels)
                .lookups(world.lookups())
                .exceptions(exceptions)
                .build();
        JsonNode resource = resource(row);
        EvaluationResult mutated = engine.evaluate(policy, resource, only(Phase.MUTATE, context));
        EvaluationResult result = engine.evaluate(policy, resource, only(Phase.VALIDATE, context));
        ObjectNode expected = recorded(row);
        ObjectNode actual = SuiteRun.object()
                .put("blocks", mutated.blocked() || result.blocked())
                .put("enforcedFailure", result.rules().stream().anyMatch(FrameSuite::isEnforced));
        actual.set("mutate", RuleRows.of(mutated));
        if (mutated.patchedResource() != resource && mutated.failures().isEmpty()) {
            actual.set("patched", mutated.patchedResource());
        }
        actual.set("validate", RuleRows.of(result));
        actual.set("asked", world.asked());
        if (row.has("failureAction")) {
            FailureAction action = policy.failureAction(resource(row), context);
            actual.put("failureAction", action == FailureAction.ENFORCE ? "Enforce" : "Audit");
        }
        run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        run.check(id, () -> row, expected, actual, agrees(row, expected, actual));
    }

    private static EvaluationContext only(Phase phase, EvaluationContext context) {
        return context.toBuilder().phases(phase).build();
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

    private static ObjectNode recorded(JsonNode row) {
        ObjectNode recorded = SuiteRun.object()
                .put("blocks", row.path("blocks").asBoolean())
                .put("enforcedFailure", row.path("enforcedFailure").asBoolean());
        recorded.set("mutate", RuleRows.recorded(row.path("mutate")));
        if (row.has("patched")) {
            recorded.set("patched", row.get("patched"));
        }
        recorded.set("validate", RuleRows.recorded(row.path("validate")));
        recorded.set(
                "asked", row.has("asked") ? row.get("asked") : SuiteRun.object().arrayNode());
        if (row.has("failureAction")) {
            recorded.set("failureAction", row.get("failureAction"));
        }
        return recorded;
    }

    private static boolean isEnforced(RuleResult rule) {
        return rule.failureAction() == FailureAction.ENFORCE;
    }

    private static Map<String, String> namespaceLabels(JsonNode row) {
        Map<String, String> labels = new LinkedHashMap<>();
        row.path("namespaceLabels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().textValue()));
        return labels;
    }

    private static EvaluationContext context(JsonNode row) {
        if (!row.path("scan").asBoolean()) {
            return AdmissionRow.context(row);
        }
        return EvaluationContext.builder()
                .operation(Operation.valueOf(row.path("operation").asText()))
                .oldResource(orNull(row, "oldResource"))
                .build();
    }
}
