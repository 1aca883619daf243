package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Context entries: what rules say whose entries are mentioned here and there, and what was asked of the world outside,
 * in order. A case is one policy on one resource.
 *
 * <p>The engine does not remember answers here, so that it asks as often as the reference does. A policy that load
 * refuses agrees where the reference refuses it too; if the reference refuses it and we do not, it is evaluated.
 */
final class ContextSuite implements Suite {
    @Override
    public String name() {
        return "context";
    }

    @Override
    public String file() {
        return "context/context.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        PolicyEngine engine = run.engine(
                StandardPolicyEngine.builder().answersRemembered(false).build());
        run.rows(row -> check(engine, run, row));
    }

    private static void check(PolicyEngine engine, SuiteRun run, JsonNode row) {
        String id = row.path("id").asText();
        boolean mutation = row.path("phase").asText().equals("mutate");
        Set<String> missing = new TreeSet<>();
        Policy policy = RuleRows.load(engine, run, row, missing);
        if (policy == null) {
            return;
        }
        World world = new World(row.path("world"));
        EvaluationContext context = AdmissionRow.context(row).toBuilder()
                .lookups(world.lookups())
                .phases(mutation ? Phase.MUTATE : Phase.VALIDATE)
                .build();
        EvaluationResult result = engine.evaluate(policy, row.path("resource"), context);
        ObjectNode expected = SuiteRun.object();
        expected.set("rules", RuleRows.recorded(row.path("rules")));
        expected.set(
                "asked", row.has("asked") ? row.get("asked") : SuiteRun.object().arrayNode());
        ObjectNode actual = SuiteRun.object();
        actual.set("rules", RuleRows.of(result));
        actual.set("asked", world.asked());
        run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        run.check(id, row, expected, actual);
    }
}
