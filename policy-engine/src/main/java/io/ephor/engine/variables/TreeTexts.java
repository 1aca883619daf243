package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Searches the keys and texts of a tree of any depth. */
final class TreeTexts {
    private TreeTexts() {}

    /** Says whether some characters stand in a key or text of a tree. */
    static boolean contain(JsonNode tree, String characters) {
        Deque<JsonNode> open = new ArrayDeque<>();
        if (holds(tree, characters, open)) {
            return true;
        }
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            for (JsonNode child : node) {
                if (holds(child, characters, open)) {
                    return true;
                }
            }
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (field.getKey().contains(characters)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks at a text; puts a container aside. */
    private static boolean holds(JsonNode node, String characters, Deque<JsonNode> open) {
        if (node.isTextual()) {
            return node.textValue().contains(characters);
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            open.push(node);
        }
        return false;
    }
}
