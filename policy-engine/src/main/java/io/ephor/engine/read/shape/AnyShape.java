package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** Any value at all, such as a pattern. What is inside is not looked at. */
record AnyShape() implements Shape {
    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        return value;
    }

    @Override
    public String expected() {
        return "any value";
    }
}
