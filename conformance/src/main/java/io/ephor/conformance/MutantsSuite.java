package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.LoadResult;
import io.ephor.PolicyEngine;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.patches.JsonPatchDocument;
import io.ephor.patches.PatchOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Policies on resources that were changed a little, so that they just keep or just break a rule. A case is one changed
 * resource. Only the validation of the object as given is compared.
 */
final class MutantsSuite implements Suite {
    @Override
    public String name() {
        return "mutants";
    }

    @Override
    public String file() {
        return "cross/mutants.jsonl.gz";
    }

    @Override
    public void run(SuiteRun run) throws IOException {
        RequestPool pool = RequestPool.read(run);
        Map<String, List<JsonNode>> policies = new LinkedHashMap<>();
        run.rows(row -> policies.computeIfAbsent(row.path("policy").asText(), policy -> new ArrayList<>())
                .add(row));
        PolicyEngine engine = run.engine(StandardPolicyEngine.create());
        InOrder.each(
                List.copyOf(policies.entrySet()),
                policy -> ask(engine, run, pool, policy.getKey(), policy.getValue()),
                (policy, answers) ->
                        run.guard(policy.getKey(), policy.getValue().get(0), answers));
    }

    private static Runnable ask(
            PolicyEngine engine, SuiteRun run, RequestPool pool, String reference, List<JsonNode> rows)
            throws IOException {
        LoadResult loaded = engine.loadAll(reference, run.corpus().document(reference));
        Set<String> missing = RuleRows.missingFeatures(loaded);
        if (!missing.isEmpty()) {
            return () -> rows.forEach(row -> run.unsupported(missing));
        }
        if (loaded.hasErrors()) {
            return () -> RuleRows.checkRefusal(run, reference, rows.get(0), loaded);
        }
        List<PoolAnswer> answers = new ArrayList<>();
        for (JsonNode row : rows) {
            PoolRequest request = PoolRequest.of(row);
            answers.add(PoolAnswer.of(
                    engine,
                    loaded.policies().get(0),
                    edited(pool.resource(request.resource()), row.path("ops")),
                    request.context(pool, row.path("ownUser")),
                    () -> content(row),
                    row));
        }
        return () -> answers.forEach(answer -> answer.check(run));
    }

    private static ObjectNode content(JsonNode row) {
        ObjectNode content = SuiteRun.object();
        for (String field : List.of("policy", "resource", "ops")) {
            content.set(field, row.get(field));
        }
        return content;
    }

    /** Applies the edits of a mutant, all of which apply. */
    private static JsonNode edited(JsonNode resource, JsonNode operations) {
        PatchOutcome outcome = JsonPatchDocument.parse(Json.write(operations)).apply(resource);
        if (outcome instanceof PatchOutcome.Failed failed) {
            throw new IllegalArgumentException(failed.text());
        }
        return outcome instanceof PatchOutcome.Patched patched ? patched.document() : resource;
    }
}
