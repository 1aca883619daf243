package io.ephor.engine.autogen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Puts the kinds of a derived rule into its {@code match} and {@code exclude}. Only one place of a block gets them: the
 * filters of {@code any}, else those of {@code all}, else its own {@code resources}.
 *
 * @param kinds the kinds, in their short form
 * @param everyFilter whether filters without pods get the kinds too
 */
record KindReplacement(List<String> kinds, boolean everyFilter) {
    /** Returns a copy of a rule with the kinds; all but its blocks is shared. */
    ObjectNode in(JsonNode rule) {
        ObjectNode copy = RuleDerivation.copyOf(rule);
        copy.set("match", block(rule.path("match"), true));
        if (rule.hasNonNull("exclude")) {
            copy.set("exclude", block(rule.path("exclude"), false));
        }
        return copy;
    }

    private JsonNode block(JsonNode block, boolean always) {
        ObjectNode copy = RuleDerivation.copyOf(block);
        if (!block.path("any").isEmpty()) {
            copy.set("any", filters(block.get("any")));
        } else if (!block.path("all").isEmpty()) {
            copy.set("all", filters(block.get("all")));
        } else if (always || !block.path("resources").path("kinds").isEmpty()) {
            copy.set("resources", withKinds(block.path("resources")));
        }
        return copy;
    }

    private ArrayNode filters(JsonNode filters) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(filters.size());
        for (JsonNode filter : filters) {
            JsonNode resources = filter.path("resources");
            if (!everyFilter && !PodKinds.containPod(resources.path("kinds"))) {
                copy.add(filter);
                continue;
            }
            ObjectNode replaced = RuleDerivation.copyOf(filter);
            replaced.set("resources", withKinds(resources));
            copy.add(replaced);
        }
        return copy;
    }

    private ObjectNode withKinds(JsonNode resources) {
        ObjectNode copy = RuleDerivation.copyOf(resources);
        ArrayNode list = copy.putArray("kinds");
        for (String kind : kinds) {
            list.add(PodKinds.qualified(kind));
        }
        return copy;
    }
}
