package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Phase;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What mutate rules make of resources that are created. A case is one policy on one resource: the rules, and the resource
 * afterwards. Where a patch fails the reference has no resource any more, and what Ephor keeps of it is not compared.
 */
final class MutateSuite implements Suite {
    @Override
    public String name() {
        return "mutate";
    }

    @Override
    public String file() {
        return "patterns/mutate.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        Map<Integer, JsonNode> resources = new HashMap<>();
        Map<String, LoadResult> policies = new HashMap<>();
        run.rows(row -> {
            int resource = row.path("r").asInt();
            if (row.has("resource")) {
                resources.put(resource, row.get("resource"));
                return;
            }
            LoadResult loaded = policies.computeIfAbsent(row.path("policy").asText(), name -> load(run, engine, name));
            check(run, engine, loaded, Objects.requireNonNull(resources.get(resource)), row);
        });
    }

    private static LoadResult load(SuiteRun run, PolicyEngine engine, String reference) {
        try {
            return engine.loadAll(reference, run.corpus().part(reference));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(SuiteRun run, PolicyEngine engine, LoadResult loaded, JsonNode resource, JsonNode row) {
        String id = row.path("policy").asText() + " on " + row.path("r").asInt();
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        if (loaded.policies().isEmpty()) {
            RuleRows.checkUnaskedRefusal(run, id, row, loaded);
            return;
        }
        EvaluationContext context =
                EvaluationContext.builder().phases(Phase.MUTATE).build();
        EvaluationResult result = engine.evaluate(loaded.policies().get(0), resource, context);
        boolean emptied = row.has("patched") && row.get("patched").isNull();
        JsonNode patched = row.has("patched") ? row.get("patched") : resource;
        ObjectNode expected = SuiteRun.object();
        expected.set("rules", RuleRows.recorded(row.path("rules")));
        ObjectNode actual = SuiteRun.object();
        actual.set("rules", RuleRows.of(result));
        if (!emptied) {
            expected.set("patched", patched);
            actual.set("patched", result.patchedResource());
        }
        run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        run.check(id, () -> row, expected, actual, JsonEquality.FLOATS.same(expected, actual));
    }
}
