package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {a: x, b: y}}: null of null. */
record MultiSelectHashNode(List<String> names, List<Node> values) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        if (current.isNull()) {
            return NullNode.instance;
        }
        ObjectNode collected = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            collected.set(names.get(i), values.get(i).orNull(current, frame));
        }
        return collected;
    }

    @Override
    public @Nullable Node below(List<String> path) {
        List<Node> inner = Node.below(values, path);
        return inner == null ? null : new MultiSelectHashNode(names, inner);
    }
}
