package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left[?condition]right}: an error of the left side is null. */
record FilterNode(Node left, Node right, Node condition) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode list = left.orNullOnAnyError(current, frame);
        if (!list.isArray()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            frame.spend();
            JsonNode element = list.get(i);
            if (!condition.isTrue(element, frame)) {
                continue;
            }
            JsonNode value = right.orNull(element, frame);
            if (!value.isNull()) {
                collected.add(value);
            }
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = left.below(path);
        return inner == null ? null : new FilterNode(inner, right, condition);
    }
}
