package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.PointerToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Finds what would have to be substituted in the texts of a document.
 *
 * <p>Kyverno: pkg/engine/variables/regex/vars.go
 */
public final class StaticTexts {
    /** The feature of a text with {@code {{ }}}. */
    public static final String VARIABLES = "variables";

    /** The feature of a text with {@code $( )}. */
    public static final String REFERENCES = "references";

    private StaticTexts() {}

    /**
     * Reports every text of a tree, keys included, that holds a variable or a reference.
     *
     * @param pointer the JSON pointer of the tree in its document
     * @return whether there was none
     */
    public static boolean requireStatic(JsonNode tree, String pointer, FaultCollector faults) {
        if (isStatic(tree)) {
            return true;
        }
        boolean clean = true;
        Deque<Place> open = new ArrayDeque<>();
        open.push(new Place(tree, pointer));
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.node.isTextual()) {
                clean &= requireStaticText(place.node.textValue(), place.pointer, faults);
                continue;
            }
            for (int i = 0; i < place.node.size() && place.node.isArray(); i++) {
                open.push(new Place(place.node.get(i), place.pointer + "/" + i));
            }
            for (Map.Entry<String, JsonNode> field : place.node.properties()) {
                String child = place.pointer + "/" + PointerToken.escape(field.getKey());
                clean &= requireStaticText(field.getKey(), child, faults);
                open.push(new Place(field.getValue(), child));
            }
        }
        return clean;
    }

    /** Looks at the texts alone: nearly all trees are static, and their pointers need not be built. */
    private static boolean isStatic(JsonNode node) {
        if (node.isTextual()) {
            return isStatic(node.textValue());
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (!isStatic(field.getKey()) || !isStatic(field.getValue())) {
                    return false;
                }
            }
            return true;
        }
        for (int i = 0; i < node.size(); i++) {
            if (!isStatic(node.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStatic(String text) {
        return !text.contains("{{") && !text.contains("$(");
    }

    private static boolean requireStaticText(String text, String pointer, FaultCollector faults) {
        int variable = text.indexOf("{{");
        if (variable >= 0 && text.indexOf("}}", variable) >= 0) {
            faults.report(Fault.unsupported(VARIABLES, pointer).withOffset(variable));
            return false;
        }
        int reference = text.indexOf("$(");
        if (reference >= 0 && text.indexOf(')', reference) >= 0) {
            faults.report(Fault.unsupported(REFERENCES, pointer).withOffset(reference));
            return false;
        }
        return true;
    }

    private record Place(JsonNode node, String pointer) {}
}
