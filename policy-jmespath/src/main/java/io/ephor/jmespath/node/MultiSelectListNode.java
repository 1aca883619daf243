package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code [a, b]}: null of null. */
record MultiSelectListNode(List<Node> items) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        if (current.isNull()) {
            return NullNode.instance;
        }
        ArrayNode collected = JsonNodeFactory.instance.arrayNode(items.size());
        for (int i = 0; i < items.size(); i++) {
            collected.add(items.get(i).orNull(current, frame));
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        List<Node> inner = Node.below(items, path);
        return inner == null ? null : new MultiSelectListNode(inner);
    }
}
