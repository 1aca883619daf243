package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replicas and the status of a resource are changed by subresources, which a rule about them should match.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go, checkForScaleSubresource
 */
final class SubresourceWarnings {
    private static final String REPLICAS = "replicas";
    private static final String STATUS = "status";

    private final FaultCollector faults;
    private final boolean possible;

    /** Makes the checks of a policy. Where its text has neither word, its rules are not looked at. */
    SubresourceWarnings(FaultCollector faults) {
        this.faults = faults;
        this.possible = faults.mayHold(REPLICAS) || faults.mayHold(STATUS);
    }

    /**
     * Checks a rule.
     *
     * @param kinds the kinds that the rule matches
     */
    void check(RuleDefinition rule, List<String> kinds) {
        if (!possible) {
            return;
        }
        JsonNode node = rule.node();
        List<String> all = new ArrayList<>(kinds);
        all.addAll(WarningChecks.kinds(node.path("exclude")));
        if (RuleBodies.isValidate(node)) {
            body(node.path("validate"), rule.pointer() + "/validate", all);
        }
        if (RuleBodies.isMutate(node)) {
            JsonNode targets = node.path("mutate").path("targets");
            for (int i = 0; i < targets.size(); i++) {
                all.add(Texts.of(targets.get(i), "kind"));
            }
            body(node.path("mutate"), rule.pointer() + "/mutate", all);
        }
    }

    private void body(JsonNode body, String pointer, List<String> kinds) {
        if (names(body, REPLICAS, true) && !isAmong(kinds, "scale")) {
            warn(
                    pointer,
                    "`scale`",
                    "You are matching on replicas but not including the scale subresource in the policy.");
        }
        if (names(body, STATUS, true) && !isAmong(kinds, STATUS)) {
            warn(
                    pointer,
                    "`status`",
                    "You are matching on status but not including the status subresource in the policy.");
        }
    }

    private static boolean isAmong(List<String> kinds, String word) {
        for (String kind : kinds) {
            if (kind.toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The conditions of {@code deny}, at the top, are not looked at. */
    private static boolean names(JsonNode node, String word, boolean top) {
        if (node.isTextual()) {
            return isNamed(node.textValue(), word);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (names(node.get(i), word, false)) {
                return true;
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            boolean skipped = top && key.equals("deny");
            boolean named = isNamed(key, word) || (word.equals(STATUS) && key.equals(STATUS));
            if (!skipped && (named || names(field.getValue(), word, false))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String text, String word) {
        return text.contains(word.equals(STATUS) ? ".status" : word);
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
