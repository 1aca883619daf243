package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A list or a map: conditions have both forms.
 *
 * @param list the shape of the list
 * @param map the shape of the map
 */
record EitherShape(ListShape list, ObjectShape map) implements Shape {
    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (value.isArray()) {
            return list.check(value, check);
        }
        if (value.isObject()) {
            return map.check(value, check);
        }
        check.wrongType(this, value);
        return value;
    }

    @Override
    public String expected() {
        return "a map or a list";
    }
}
