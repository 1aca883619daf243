package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left[*]right}, and what follows a flatten or a slice: nulls are dropped. */
record ProjectionNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode list = left.orNull(current, frame);
        if (!list.isArray()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            frame.spend();
            JsonNode value = right.orNull(list.get(i), frame);
            if (!value.isNull()) {
                collected.add(value);
            }
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = left.below(path);
        return inner == null ? null : new ProjectionNode(inner, right);
    }
}
