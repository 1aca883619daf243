package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** True or false. */
record BooleanShape() implements Shape {
    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (!value.isBoolean()) {
            check.wrongType(this, value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
