package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import java.util.List;

/** Whether rules can be derived from a policy at all. One offending rule disables it for all. */
final class Eligibility {
    private static final List<String> LISTS = List.of("any", "all");

    private Eligibility() {}

    static boolean allows(List<RuleDefinition> rules) {
        boolean needed = false;
        for (RuleDefinition rule : rules) {
            JsonNode node = rule.node();
            if (RuleBodies.isGenerate(node) || hasJsonPatch(node.path("mutate"))) {
                return false;
            }
            JsonNode match = node.path("match");
            JsonNode exclude = node.path("exclude");
            if (!blockAllows(match) || !blockAllows(exclude)) {
                return false;
            }
            needed |= names(match) || names(exclude);
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

    private static boolean blockAllows(JsonNode block) {
        if (!filterAllows(block)) {
            return false;
        }
        for (String list : LISTS) {
            for (JsonNode filter : block.path(list)) {
                if (!filterAllows(filter)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean filterAllows(JsonNode filter) {
        JsonNode resources = filter.path("resources");
        JsonNode kinds = resources.path("kinds");
        boolean named =
                isFilled(resources.path("name")) || !resources.path("names").isEmpty();
        boolean selected = resources.hasNonNull("selector") || resources.hasNonNull("annotations");
        boolean mixed = kinds.size() > 1 && PodKinds.containPod(kinds);
        return !named && !selected && !mixed;
    }

    private static boolean names(JsonNode block) {
        boolean names = PodKinds.containLiteral(block.path("resources").path("kinds"));
        for (String list : LISTS) {
            for (JsonNode filter : block.path(list)) {
                names |= PodKinds.containLiteral(filter.path("resources").path("kinds"));
            }
        }
        return names;
    }
}
