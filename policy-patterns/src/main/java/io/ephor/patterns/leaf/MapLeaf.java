package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;

/** A map where a scalar is expected: says only that the value is a map. */
final class MapLeaf implements LeafPattern {
    static final MapLeaf INSTANCE = new MapLeaf();

    private MapLeaf() {}

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return value.isObject();
    }
}
