package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;

/** What a value of a document may look like. Shapes are immutable and thread-safe. */
public sealed interface Shape
        permits AnyShape, BooleanShape, EitherShape, IntegerShape, ListShape, MapShape, ObjectShape, TextShape {
    /**
     * Checks a value, which is not null, and returns it with its defaults.
     *
     * @return the same node where nothing had to be added or left out, otherwise a copy that shares what is unchanged
     */
    JsonNode check(JsonNode value, ShapeCheck check);

    /** {@return the values that the shape takes, as in "expected a list, found a text"} */
    String expected();
}
