package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A search in the keys and texts of a tree of any depth. */
final class TreeTexts {
    private final Predicate<String> test;
    // most trees that are searched are flat
    private @Nullable Deque<JsonNode> open;

    private TreeTexts(Predicate<String> test) {
        this.test = test;
    }

    /** Says whether some characters stand in a key or text of a tree. */
    static boolean contain(JsonNode tree, String characters) {
        return some(tree, text -> text.contains(characters));
    }

    /** Says whether a key or text of a tree passes a test. */
    static boolean some(JsonNode tree, Predicate<String> test) {
        if (!tree.isContainerNode()) {
            return tree.isTextual() && test.test(tree.textValue());
        }
        TreeTexts search = new TreeTexts(test);
        boolean found = search.passesBelow(tree);
        while (!found && search.open != null && !search.open.isEmpty()) {
            found = search.passesBelow(search.open.pop());
        }
        return found;
    }

    private boolean passesBelow(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (test.test(field.getKey()) || passes(field.getValue())) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (passes(list.get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Looks at a text; puts a container aside. */
    private boolean passes(JsonNode node) {
        if (node instanceof TextNode text) {
            return test.test(text.textValue());
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            open = open == null ? new ArrayDeque<>() : open;
            open.push(node);
        }
        return false;
    }
}
