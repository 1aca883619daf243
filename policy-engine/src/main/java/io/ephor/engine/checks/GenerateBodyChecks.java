package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.patterns.Anchor;
import io.ephor.values.FieldPath;
import io.ephor.values.PointerToken;
import io.ephor.values.Wildcard;
import java.util.List;
import java.util.Map;

/**
 * What may not stand in the content of a {@code generate} block.
 *
 * <p>Kyverno: pkg/policy/generate/validate.go, pkg/validation/policy/actions.go
 */
final class GenerateBodyChecks {
    private final FaultCollector faults;

    GenerateBodyChecks(FaultCollector faults) {
        this.faults = faults;
    }

    void check(RuleDefinition rule) {
        JsonNode generate = rule.node().path("generate");
        String pointer = rule.pointer() + "/generate";
        String place = "path: " + FieldPath.of(pointer) + ".";
        selector(generate.path("cloneList").path("selector"), pointer + "/cloneList/selector", place);
        anchors(generate.path("data"), pointer + "/data", "/", place);
        List<String> matched =
                Texts.list(rule.node().path("match").path("resources").path("kinds"));
        if (matched.contains(Texts.of(generate, "kind"))) {
            String message = "a rule generates no resources of the kind that it matches";
            report(
                    Fault.error("invalid-value", pointer + "/kind", message),
                    "generation kind and match resource kind should not be the same");
        }
    }

    private void selector(JsonNode selector, String pointer, String place) {
        for (String field : List.of("matchLabels", "matchExpressions")) {
            if (Wildcard.containsWildcard(selector.path(field).toString())) {
                report(
                        Fault.error("invalid-value", pointer + "/" + field, "no wildcards are possible here"),
                        place + "selector.: wildcard characters `*/?` not supported");
            }
        }
    }

    /** Anchors say how patterns match; a resource has none. */
    private void anchors(JsonNode data, String pointer, String path, String place) {
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            String key = field.getKey();
            String inner = pointer + "/" + PointerToken.escape(key);
            String innerPath = path + "/" + key;
            if (Anchor.parse(key) != null) {
                String message = "no anchors are possible in a generated resource";
                report(
                        Fault.error("anchor-not-allowed", inner, message).withKeyAsPlace(),
                        place + "data." + innerPath
                                + ".: anchors not supported on generate resources: unsupported anchor " + key);
            }
            anchors(field.getValue(), inner, innerPath, place);
        }
        for (int i = 0; data.isArray() && i < data.size(); i++) {
            anchors(data.path(i), pointer + "/" + i, path + i + "/", place);
        }
    }

    private void report(Fault fault, String kyverno) {
        faults.report(fault.withKyvernoText(AdmissionStep.BODY, kyverno));
    }
}
