package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.PatchedTarget;
import io.ephor.Phase;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.Lookups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What mutate rules with targets make of a cluster. A case is one policy and one trigger: the rule responses, and each
 * target afterwards. Of the texts about what is not in the cluster only the beginning is compared.
 */
final class TargetsSuite implements Suite {
    private static final String NOT_FOUND = " not found";

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public String file() {
        return "generate/targets.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        run.rows(row -> {
            try {
                check(run, engine, row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void check(SuiteRun run, PolicyEngine engine, JsonNode row) throws IOException {
        JsonNode trigger = RecordedCluster.read(run.corpus(), row, "trigger");
        String operation = row.path("operation").asText();
        String id = row.path("name").asText(row.path("policyRef").asText()) + " " + operation + " "
                + row.path("triggerRef").asText();
        LoadResult loaded = row.has("policyRef")
                ? engine.loadAll(id, run.corpus().document(row.path("policyRef").asText()))
                : engine.loadAll(id, Json.write(row.path("policy")));
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        if (loaded.policies().isEmpty()) {
            RuleRows.checkUnaskedRefusal(run, id, row, loaded);
            return;
        }
        EvaluationContext.Builder context = EvaluationContext.builder()
                .operation(Operation.valueOf(operation))
                .phases(Phase.MUTATE, Phase.MUTATE_EXISTING)
                .lookups(Lookups.builder()
                        .resources(RecordedCluster.read(run.corpus(), trigger, row))
                        .build());
        if (operation.equals("UPDATE")) {
            context.oldResource(trigger);
        }
        EvaluationResult result = engine.evaluate(loaded.policies().get(0), trigger, context.build());
        ObjectNode expected = recorded(row.path("answer").path("mutate"));
        ObjectNode actual = answered(result);
        ObjectNode own = row.deepCopy();
        own.putObject("answer").set("mutate", actual.get("mutate"));
        run.answer(own);
        run.check(id, () -> row, expected, actual, JsonEquality.FLOATS.same(expected, actual));
    }

    private static ObjectNode recorded(JsonNode responses) {
        ObjectNode recorded = SuiteRun.object();
        ArrayNode rules = recorded.putArray("mutate");
        for (JsonNode response : responses) {
            ObjectNode rule = rules.addObject();
            rule.put("rule", response.path("rule").asText());
            rule.put("status", response.path("status").asText());
            rule.put("message", comparable(response.path("message").asText()));
            if (response.has("patchedTarget")) {
                rule.set("patchedTarget", response.get("patchedTarget"));
            }
        }
        return recorded;
    }

    private static ObjectNode answered(EvaluationResult result) {
        ObjectNode answered = SuiteRun.object();
        ArrayNode rules = answered.putArray("mutate");
        Set<String> targeted = new HashSet<>();
        result.targets().forEach(target -> targeted.add(target.rule()));
        Deque<PatchedTarget> targets = new ArrayDeque<>(result.targets());
        for (RuleResult response : result.rules()) {
            ObjectNode rule = rules.addObject();
            rule.put("rule", response.name());
            rule.put("status", response.status().text());
            rule.put("message", comparable(response.message()));
            if (response.status() == RuleStatus.PASS && targeted.contains(response.name())) {
                rule.set(
                        "patchedTarget",
                        targets.isEmpty()
                                ? MissingNode.getInstance()
                                : targets.remove().after());
            }
        }
        return answered;
    }

    /** What is not there is named in the words of the client that looked for it, which differ. */
    private static String comparable(String message) {
        int end = message.indexOf(NOT_FOUND);
        return end < 0 ? message : message.substring(0, end + NOT_FOUND.length());
    }
}
