package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;

/** A list where a scalar is expected, which nothing satisfies. */
final class NoLeaf implements LeafPattern {
    static final NoLeaf INSTANCE = new NoLeaf();

    private NoLeaf() {}

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return false;
    }
}
