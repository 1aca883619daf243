package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;

/** Searches the keys and texts of a tree of any depth. */
final class TreeTexts {
    private TreeTexts() {}

    /** Says whether some characters stand in a key or text of a tree. */
    static boolean contain(JsonNode tree, String characters) {
        return some(tree, text -> text.contains(characters));
    }

    /** Says whether a key or text of a tree passes a test. */
    static boolean some(JsonNode tree, Predicate<String> test) {
        if (!tree.isContainerNode()) {
            return tree.isTextual() && test.test(tree.textValue());
        }
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            if (passesBelow(open.pop(), test, open)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesBelow(JsonNode node, Predicate<String> test, Deque<JsonNode> open) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (test.test(field.getKey()) || passes(field.getValue(), test, open)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (passes(list.get(i), test, open)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks at a text; puts a container aside. */
    private static boolean passes(JsonNode node, Predicate<String> test, Deque<JsonNode> open) {
        if (node instanceof TextNode text) {
            return test.test(text.textValue());
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            open.push(node);
        }
        return false;
    }
}
