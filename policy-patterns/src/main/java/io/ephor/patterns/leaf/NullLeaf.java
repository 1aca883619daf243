package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;

/** Null: satisfied by nothing, zero, the empty text and false, but by no map and no list. */
final class NullLeaf implements LeafPattern {
    static final NullLeaf INSTANCE = new NullLeaf();

    private NullLeaf() {}

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case NUMBER -> JsonNumber.doubleValue(value) == 0;
            case STRING -> value.textValue().isEmpty();
            case BOOLEAN -> !value.booleanValue();
            case OBJECT, ARRAY, BINARY, POJO -> false;
        };
    }
}
