package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replicas and the status of a resource are changed by subresources, which a rule about them should match.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, checkForScaleSubresource
 */
final class SubresourceWarnings {
    private static final int REPLICAS = 1;
    private static final int STATUS = 2;
    private static final int SHORTEST = ".status".length();

    private final FaultCollector faults;

    SubresourceWarnings(FaultCollector faults) {
        this.faults = faults;
    }

    void check(RuleDefinition rule) {
        JsonNode node = rule.node();
        if (RuleBodies.isValidate(node)) {
            body(rule, "validate");
        }
        if (RuleBodies.isMutate(node)) {
            body(rule, "mutate");
        }
    }

    private void body(RuleDefinition rule, String field) {
        JsonNode body = rule.node().path(field);
        int named = named(body, true);
        if (named == 0) {
            return;
        }
        List<String> kinds = kinds(rule.node());
        if ((named & REPLICAS) != 0 && !isAmong(kinds, "scale")) {
            warn(
                    rule.pointer() + "/" + field,
                    "`scale`",
                    "You are matching on replicas but not including the scale subresource in the policy.");
        }
        if ((named & STATUS) != 0 && !isAmong(kinds, "status")) {
            warn(
                    rule.pointer() + "/" + field,
                    "`status`",
                    "You are matching on status but not including the status subresource in the policy.");
        }
    }

    private static List<String> kinds(JsonNode rule) {
        List<String> kinds = WarningChecks.kinds(rule.path("match"));
        kinds.addAll(WarningChecks.kinds(rule.path("exclude")));
        if (RuleBodies.isMutate(rule)) {
            JsonNode targets = rule.path("mutate").path("targets");
            for (int i = 0; i < targets.size(); i++) {
                kinds.add(Texts.of(targets.get(i), "kind"));
            }
        }
        return kinds;
    }

    private static boolean isAmong(List<String> kinds, String word) {
        for (String kind : kinds) {
            if (kind.toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Says which of the two are named. The conditions of {@code deny}, at the top, are not looked at. */
    private static int named(JsonNode node, boolean top) {
        if (node.isTextual()) {
            return named(node.textValue());
        }
        int named = 0;
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            named |= named(node.get(i), false);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            if (!top || !key.equals("deny")) {
                named |= named(key) | named(field.getValue(), false);
                named |= key.equals("status") ? STATUS : 0;
            }
        }
        return named;
    }

    private static int named(String text) {
        if (text.length() < SHORTEST) {
            return 0;
        }
        return (text.contains("replicas") ? REPLICAS : 0) | (text.contains(".status") ? STATUS : 0);
    }

    private void warn(String pointer, String subresource, String text) {
        faults.report(Fault.warning(
                        "subresource-not-matched",
                        pointer,
                        "the subresource " + subresource + " is not matched, by which the field can be changed too")
                .withKeyAsPlace()
                .withKyvernoText(AdmissionStep.SUBRESOURCES, text));
    }
}
