package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code operand[]right}: lists in the list give up their elements, what {@code right} makes of each is collected, nulls
 * are dropped; an error of the operand is null.
 */
record FlattenProjectionNode(Node operand, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode list = operand.orNullOnAnyError(current, frame);
        if (!list.isArray()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            flatten(list.get(i), right, collected, frame);
        }
        return collected;
    }

    /** Collects what comes of an element of the list, or of those of the list that it is. */
    static void flatten(JsonNode element, Node right, ArrayNode collected, Frame frame) {
        if (!element.isArray()) {
            collect(element, right, collected, frame);
            return;
        }
        for (int i = 0; i < element.size(); i++) {
            collect(element.get(i), right, collected, frame);
        }
    }

    private static void collect(JsonNode element, Node right, ArrayNode collected, Frame frame) {
        frame.spend();
        JsonNode value = right.orNull(element, frame);
        if (!value.isNull()) {
            collected.add(value);
        }
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = operand.below(path);
        return inner == null ? null : new FlattenProjectionNode(inner, right);
    }
}
