package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which words stand anywhere in the keys and texts of a rule, found in one walk: what stands nowhere in the rule need not
 * be searched for in its parts. Not written to once it is made.
 */
public final class RuleWords implements Consumer<Map.Entry<String, JsonNode>> {
    private static final int SHORTEST = ".status".length();

    private boolean variables;
    private boolean anchors;
    private boolean subresources;

    private RuleWords() {}

    /** {@return the words of a rule} */
    static RuleWords of(JsonNode rule) {
        RuleWords words = new RuleWords();
        words.look(rule);
        return words;
    }

    /** {@return whether the rule may have variables or references} */
    public boolean variables() {
        return variables;
    }

    /** {@return whether the rule may have an addition or existence anchor} */
    public boolean anchors() {
        return anchors;
    }

    /** {@return whether the rule may name replicas or the status of a resource} */
    public boolean subresources() {
        return subresources;
    }

    private void look(JsonNode node) {
        if (node instanceof TextNode text) {
            look(text.textValue());
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(this);
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                look(list.get(i));
            }
        }
    }

    @Override
    public void accept(Map.Entry<String, JsonNode> field) {
        String key = field.getKey();
        look(key);
        anchors |= isAnchor(key);
        subresources |= key.equals("status");
        look(field.getValue());
    }

    private void look(String text) {
        variables |= text.indexOf('{') >= 0 || text.indexOf('$') >= 0;
        subresources |= text.length() >= SHORTEST && (text.contains("replicas") || text.contains(".status"));
    }

    private static boolean isAnchor(String key) {
        return key.length() > 2 && key.charAt(1) == '(' && (key.charAt(0) == '+' || key.charAt(0) == '^');
    }
}
