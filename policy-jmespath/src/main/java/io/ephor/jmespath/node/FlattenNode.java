package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;

/** {@code operand[]}: lists in the list give up their elements; an error of the operand is null. */
record FlattenNode(Node operand) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode list = operand.orNullOnAnyError(current, frame);
        if (!list.isArray()) {
            return NullNode.instance;
        }
        ArrayNode flat = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            if (element.isArray()) {
                addAll(element, flat, frame);
            } else {
                frame.spend();
                flat.add(element);
            }
        }
        return flat;
    }

    private static void addAll(JsonNode list, ArrayNode flat, Frame frame) {
        for (int i = 0; i < list.size(); i++) {
            frame.spend();
            flat.add(list.get(i));
        }
    }
}
