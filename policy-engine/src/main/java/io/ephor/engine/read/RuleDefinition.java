package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A rule as written, or as derived by autogen: checked for its shape, with defaults applied. Never written to.
 *
 * @param name the name of the rule
 * @param node the rule
 * @param pointer the JSON pointer, in the document of the policy, of the rule as written; a derived rule has that of the
 *     rule from which it was derived
 * @param words which words stand in the rule, or in the one from which it was derived
 * @param derived whether autogen derived the rule
 */
public record RuleDefinition(String name, JsonNode node, String pointer, RuleWords words, boolean derived) {
    /** {@return a rule as written} */
    public static RuleDefinition written(JsonNode node, String pointer) {
        return new RuleDefinition(node.path("name").textValue(), node, pointer, RuleWords.of(node), false);
    }

    /** {@return what autogen makes of this rule} */
    public RuleDefinition derived(JsonNode rule) {
        return new RuleDefinition(rule.path("name").textValue(), rule, pointer, words, true);
    }
}
