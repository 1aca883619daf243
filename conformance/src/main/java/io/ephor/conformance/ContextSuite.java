package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.Severity;
import io.ephor.engine.StandardPolicyEngine;
import java.io.IOException;
import java.util.List;
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
        StandardPolicyEngine engine =
                StandardPolicyEngine.builder().answersRemembered(false).build();
        run.rows(row -> check(engine, run, row));
    }

    private static void check(StandardPolicyEngine engine, SuiteRun run, JsonNode row) {
        String id = row.path("id").asText();
        LoadResult loaded = engine.loadAll(id, Json.write(row.path("policy")));
        Set<String> missing = missingFeatures(loaded);
        boolean mutation = row.path("phase").asText().equals("mutate");
        if (mutation) {
            missing.add("mutate");
        }
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return;
        }
        if (loaded.policies().isEmpty()) {
            checkRefusal(run, row, loaded);
            return;
        }
        World world = new World(row.path("world"));
        EvaluationContext context = AdmissionRow.context(row).toBuilder()
                .lookups(world.lookups())
                .phases(mutation ? Phase.MUTATE : Phase.VALIDATE)
                .build();
        EvaluationResult result = engine.evaluate(loaded.policies().get(0), row.path("resource"), context);
        ObjectNode expected = SuiteRun.object();
        expected.set("rules", rules(row));
        expected.set(
                "asked", row.has("asked") ? row.get("asked") : SuiteRun.object().arrayNode());
        ObjectNode actual = SuiteRun.object();
        actual.set("rules", rules(result));
        actual.set("asked", world.asked());
        run.answer(((ObjectNode) row.deepCopy()).setAll(actual));
        run.check(id, row, expected, actual);
    }

    private static void checkRefusal(SuiteRun run, JsonNode row, LoadResult loaded) {
        boolean refused = row.has("invalid") || row.has("rejected");
        ObjectNode expected = SuiteRun.object().put("refused", refused);
        ObjectNode actual = SuiteRun.object().put("refused", true);
        run.check(
                row.path("id").asText() + " refused: "
                        + loaded.diagnostics().get(0).message(),
                row,
                expected,
                actual);
    }

    static Set<String> missingFeatures(LoadResult loaded) {
        Set<String> features = new TreeSet<>();
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR && diagnostic.feature() != null) {
                features.add(diagnostic.feature());
            }
        }
        return features;
    }

    private static ArrayNode rules(JsonNode row) {
        ArrayNode rules = SuiteRun.object().arrayNode();
        for (JsonNode rule : row.path("rules")) {
            ObjectNode compared = rules.addObject();
            for (String field : List.of("name", "status", "message")) {
                compared.put(field, rule.path(field).asText());
            }
            if (rule.has("properties")) {
                compared.set("properties", rule.get("properties"));
            }
        }
        return rules;
    }

    private static ArrayNode rules(EvaluationResult result) {
        ArrayNode rules = SuiteRun.object().arrayNode();
        for (RuleResult rule : result.rules()) {
            ObjectNode answered = rules.addObject()
                    .put("name", rule.name())
                    .put("status", rule.status().text())
                    .put("message", rule.message());
            if (!rule.properties().isEmpty()) {
                rule.properties().forEach(answered.putObject("properties")::put);
            }
        }
        return rules;
    }
}
