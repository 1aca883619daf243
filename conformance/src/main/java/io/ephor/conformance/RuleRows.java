package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What rules say, in the form of the recorded answers. */
final class RuleRows {
    private RuleRows() {}

    static Set<String> missingFeatures(LoadResult loaded) {
        Set<String> features = new TreeSet<>();
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            if (diagnostic.severity() == Severity.ERROR && diagnostic.feature() != null) {
                features.add(diagnostic.feature());
            }
        }
        return features;
    }

    static ArrayNode recorded(JsonNode responses) {
        ArrayNode rules = SuiteRun.object().arrayNode();
        for (JsonNode rule : responses) {
            ObjectNode compared = rules.addObject();
            compared.put("name", rule.path(rule.has("rule") ? "rule" : "name").asText());
            for (String field : List.of("status", "message")) {
                compared.put(field, rule.path(field).asText());
            }
            for (String field : List.of("properties", "exceptions", "skipReason")) {
                if (rule.has(field)) {
                    compared.set(field, rule.get(field));
                }
            }
        }
        return rules;
    }

    static ArrayNode of(EvaluationResult result) {
        ArrayNode rules = SuiteRun.object().arrayNode();
        for (RuleResult rule : result.rules()) {
            ObjectNode answered = rules.addObject()
                    .put("name", rule.name())
                    .put("status", rule.status().text())
                    .put("message", rule.message());
            if (!rule.properties().isEmpty()) {
                rule.properties().forEach(answered.putObject("properties")::put);
            }
            if (!rule.exceptions().isEmpty()) {
                ArrayNode keys = answered.putArray("exceptions");
                rule.exceptions().forEach(exception -> keys.add(exception.key()));
            }
        }
        return rules;
    }

    /**
     * Loads the policy of a row; null where there is nothing to ask: the engine lacks a feature, or load refused the
     * policy, which is checked then.
     *
     * @param missing the features that the engine lacks for the row besides those of the policy
     */
    static @Nullable Policy load(PolicyEngine engine, SuiteRun run, JsonNode row, Set<String> missing) {
        LoadResult loaded = engine.loadAll(row.path("id").asText(), Json.write(row.path("policy")));
        missing.addAll(missingFeatures(loaded));
        if (!missing.isEmpty()) {
            run.unsupported(missing);
            return null;
        }
        if (loaded.policies().isEmpty()) {
            checkRefusal(run, row.path("id").asText(), row, loaded);
            return null;
        }
        return loaded.policies().get(0);
    }

    /** Checks whether a policy is refused by load: it agrees where the reference refuses it too. */
    static void checkRefusal(SuiteRun run, String id, JsonNode row, LoadResult loaded) {
        boolean refused = row.has("invalid") || row.has("rejected");
        ObjectNode expected = SuiteRun.object().put("refused", refused);
        ObjectNode actual = SuiteRun.object().put("refused", loaded.hasErrors());
        String reason = loaded.hasErrors()
                ? loaded.diagnostics().get(0).message()
                : row.path("invalid").asText();
        run.check(id + ": " + reason, row, expected, actual);
    }

    /** The reference was asked without its admission of policies, so that it answered for policies that it refuses too. */
    static void checkUnaskedRefusal(SuiteRun run, String id, JsonNode row, LoadResult loaded) {
        Diagnostic fault = loaded.diagnostics().get(0);
        ObjectNode content = ((ObjectNode) row.deepCopy()).put("refusal", fault.code());
        ObjectNode expected = SuiteRun.object().put("refused", false);
        run.check(
                id + ": " + fault.message(),
                content,
                expected,
                SuiteRun.object().put("refused", true));
    }
}
