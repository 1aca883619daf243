package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
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
            JsonNode node = open.pop();
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                if (passes(node.get(i), test, open)) {
                    return true;
                }
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (test.test(field.getKey()) || passes(field.getValue(), test, open)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks at a text; puts a container aside. */
    private static boolean passes(JsonNode node, Predicate<String> test, Deque<JsonNode> open) {
        if (node.isTextual()) {
            return test.test(node.textValue());
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            open.push(node);
        }
        return false;
    }
}
