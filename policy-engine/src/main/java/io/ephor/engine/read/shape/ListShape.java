package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items all have the same shape.
 *
 * @param item the shape of an item; null is no item
 */
record ListShape(Shape item) implements Shape {
    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (!(value instanceof ArrayNode list)) {
            check.wrongType(this, value);
            return value;
        }
        ArrayNode copy = null;
        int size = list.size();
        for (int i = 0; i < size; i++) {
            JsonNode before = list.get(i);
            check.enter(i);
            JsonNode after = item.check(before, check);
            check.leave();
            if (after != before) {
                copy = copied(copy, list);
                copy.set(i, after);
            }
        }
        return copy == null ? value : copy;
    }

    private static ArrayNode copied(@Nullable ArrayNode copy, ArrayNode list) {
        return copy != null
                ? copy
                : JsonNodeFactory.instance.arrayNode(list.size()).addAll(list);
    }

    @Override
    public String expected() {
        return "a list";
    }
}
