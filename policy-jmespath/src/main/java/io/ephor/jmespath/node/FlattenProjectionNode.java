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
            JsonNode element = list.get(i);
            if (element.isArray()) {
                collectAll(element, collected, frame);
            } else {
                collect(element, collected, frame);
            }
        }
        return collected;
    }

    private void collectAll(JsonNode list, ArrayNode collected, Frame frame) {
        for (int i = 0; i < list.size(); i++) {
            collect(list.get(i), collected, frame);
        }
    }

    private void collect(JsonNode element, ArrayNode collected, Frame frame) {
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
