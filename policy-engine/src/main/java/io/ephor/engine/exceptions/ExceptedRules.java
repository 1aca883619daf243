package io.ephor.engine.exceptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of {@code exceptions}: a policy, and patterns of the names of its rules. Immutable.
 *
 * @param policy the name of the policy; one of a namespace as {@code namespace/name}
 * @param rules patterns of the names that results state
 */
record ExceptedRules(String policy, List<Wildcard> rules) {
    static ExceptedRules of(JsonNode written) {
        List<Wildcard> rules = new ArrayList<>();
        for (JsonNode rule : written.path("ruleNames")) {
            rules.add(Wildcard.compile(text(rule)));
        }
        return new ExceptedRules(text(written.path("policyName")), List.copyOf(rules));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    boolean name(String otherPolicy, String rule) {
        if (!policy.equals(otherPolicy)) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).matches(rule)) {
                return true;
            }
        }
        return false;
    }
}
