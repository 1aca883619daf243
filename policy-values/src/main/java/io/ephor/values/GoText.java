package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Texts of JSON values as Go's {@code fmt} package prints them; Kyverno's messages and set operators use them. Nesting
 * of any depth is printed without recursion. A missing node prints as null.
 */
public final class GoText {
    private GoText() {}

    /**
     * {@return what {@code %v} prints: {@code <nil>} for null, {@code [a b]} for a list, {@code map[k:v]} with its keys
     * in byte order for an object, strings bare, numbers as {@link NumberText#general} or as whole numbers, depending
     * on the view}
     *
     * @param value the value
     * @param view how numbers are seen
     */
    public static String value(JsonNode value, NumberView view) {
        if (!value.isContainerNode()) {
            return scalar(value, view);
        }
        StringBuilder text = new StringBuilder();
        append(text, value, view);
        return text.toString();
    }

    /**
     * Appends what {@link #value} returns.
     *
     * @param text where to append
     * @param value the value
     * @param view how numbers are seen
     */
    public static void append(StringBuilder text, JsonNode value, NumberView view) {
        Deque<OpenContainer> open = new ArrayDeque<>();
        enter(open, text, value, view);
        while (!open.isEmpty()) {
            JsonNode child = open.element().next(text);
            if (child == null) {
                open.pop();
            } else {
                enter(open, text, child, view);
            }
        }
    }

    private static void enter(Deque<OpenContainer> open, StringBuilder text, JsonNode value, NumberView view) {
        if (value.isContainerNode()) {
            text.append(value.isObject() ? "map[" : "[");
            open.push(new OpenContainer(value));
        } else {
            text.append(scalar(value, view));
        }
    }

    /**
     * {@return what {@code %T} prints: the name of the Go type that holds such a value}
     *
     * @param value the value
     * @param view how numbers are seen
     */
    public static String typeName(JsonNode value, NumberView view) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "<nil>";
            case BOOLEAN -> "bool";
            case NUMBER -> JsonNumber.isInteger(value, view) ? "int64" : "float64";
            case ARRAY -> "[]interface {}";
            case OBJECT -> "map[string]interface {}";
            case STRING, BINARY, POJO -> "string";
        };
    }

    private static String scalar(JsonNode value, NumberView view) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "<nil>";
            case NUMBER -> JsonNumber.text(value, view);
            default -> value.asText();
        };
    }

    /** A list or object of which some elements are printed. */
    private static final class OpenContainer {
        private final JsonNode node;
        private final Iterator<JsonNode> elements;
        private final @Nullable Iterator<String> keys;
        private boolean started;

        OpenContainer(JsonNode node) {
            this.node = node;
            this.elements = node.elements();
            this.keys = node.isObject() ? KeyOrder.sortedKeys(node).iterator() : null;
        }

        /** Appends what stands before the next element and returns it; closes the container when there is none. */
        @Nullable
        JsonNode next(StringBuilder text) {
            if (!elements.hasNext()) {
                text.append(']');
                return null;
            }
            if (started) {
                text.append(' ');
            }
            started = true;
            JsonNode element = elements.next();
            if (keys == null) {
                return element;
            }
            String key = keys.next();
            text.append(key).append(':');
            return node.path(key);
        }
    }
}
