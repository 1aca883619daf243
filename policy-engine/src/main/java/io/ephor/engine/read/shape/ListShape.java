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
        if (!value.isArray()) {
            check.wrongType(this, value);
            return value;
        }
        ArrayNode copy = null;
        int size = value.size();
        for (int i = 0; i < size; i++) {
            JsonNode before = value.get(i);
            check.enter(i);
            JsonNode after = item.check(before, check);
            check.leave();
            if (after != before) {
                copy = copied(copy, value);
                copy.set(i, after);
            }
        }
        return copy == null ? value : copy;
    }

    private static ArrayNode copied(@Nullable ArrayNode copy, JsonNode value) {
        return copy != null
                ? copy
                : JsonNodeFactory.instance.arrayNode(value.size()).addAll((ArrayNode) value);
    }

    @Override
    public String expected() {
        return "a list";
    }
}
