package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The text with which an admission controller refuses a request.
 *
 * <p>Kyverno: pkg/webhooks/utils/block.go, pkg/webhooks/resource/mutation/mutation.go
 */
final class DenialMessage {
    private static final int INDENT = 2;

    private DenialMessage() {}

    static String of(JsonNode resource, List<EvaluationResult> results) {
        for (EvaluationResult result : results) {
            String failed = result.blocked() ? failedMutations(result) : "";
            if (!failed.isEmpty()) {
                return failed;
            }
        }
        ObjectNode policies = JsonNodeFactory.instance.objectNode();
        for (EvaluationResult result : results) {
            ObjectNode rules = JsonNodeFactory.instance.objectNode();
            for (RuleResult rule : result.rules()) {
                if (isReason(rule)) {
                    rules.put(rule.name(), rule.message());
                }
            }
            if (!rules.isEmpty()) {
                policies.set(result.policy().name(), rules);
            }
        }
        return "\n\nresource " + identity(resource) + " was blocked due to the following policies \n\n"
                + YamlWriter.write(policies, INDENT);
    }

    private static boolean isReason(RuleResult rule) {
        return rule.status() != RuleStatus.PASS
                && rule.status() != RuleStatus.SKIP
                && rule.failureAction() != FailureAction.AUDIT;
    }

    private static String failedMutations(EvaluationResult result) {
        List<String> rules = new ArrayList<>();
        for (RuleResult rule : result.failures()) {
            if (rule.type() == RuleType.MUTATION) {
                rules.add(rule.name() + ": " + rule.message());
            }
        }
        String policy = result.policy().name();
        return rules.isEmpty()
                ? ""
                : "mutation policy " + policy + " error: failed to apply policy " + policy + " rules ["
                        + String.join(" ", rules) + "]";
    }

    private static String identity(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        return text(resource, "kind") + "/" + text(metadata, "namespace") + "/" + text(metadata, "name");
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? "" : text;
    }
}
