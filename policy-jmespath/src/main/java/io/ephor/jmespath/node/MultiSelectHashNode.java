package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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
}
