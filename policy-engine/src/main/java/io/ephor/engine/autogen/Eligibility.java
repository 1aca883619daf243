package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import java.util.List;

/** Whether rules can be derived from a policy at all. One offending rule disables it for all. */
final class Eligibility {
    private Eligibility() {}

    static boolean allows(List<RuleDefinition> rules) {
        boolean needed = false;
        for (RuleDefinition rule : rules) {
            JsonNode node = rule.node();
            if (RuleBodies.isGenerate(node) || hasJsonPatch(node.path("mutate"))) {
                return false;
            }
            PodFilters matched = PodFilters.of(node.path("match"));
            PodFilters excluded = PodFilters.of(node.path("exclude"));
            if (matched.selectsResources() || excluded.selectsResources()) {
                return false;
            }
            needed |= matched.namesPodKinds() || excluded.namesPodKinds();
        }
        return needed;
    }

    private static boolean hasJsonPatch(JsonNode mutate) {
        if (isFilled(mutate.path("patchesJson6902"))) {
            return true;
        }
        for (JsonNode loop : mutate.path("foreach")) {
            if (isFilled(loop.path("patchesJson6902"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFilled(JsonNode text) {
        return text.isTextual() && !text.textValue().isEmpty();
    }
}
