package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;

/** A boolean: equal to the same boolean only, not to its text. */
record BooleanLeaf(boolean pattern) implements LeafPattern {
    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return value.isBoolean() && value.booleanValue() == pattern;
    }
}
