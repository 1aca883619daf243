package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.values.KeyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left.*right}: the values in the byte order of their keys; an error of the left side is null. */
record ValueProjectionNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode object = left.orNullOnAnyError(current, frame);
        if (!object.isObject()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode();
        for (String key : KeyOrder.sortedKeys(object)) {
            frame.spend();
            JsonNode value = right.orNull(object.path(key), frame);
            if (!value.isNull()) {
                collected.add(value);
            }
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = left.below(path);
        return inner == null ? null : new ValueProjectionNode(inner, right);
    }
}
