package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/** What counts as false: false, null, and the empty text, list and object. Zero does not. */
final class Truth {
    private Truth() {}

    static boolean isFalse(JsonNode value) {
        if (value instanceof BooleanNode) {
            return !value.booleanValue();
        }
        return switch (value.getNodeType()) {
            case NULL, MISSING -> true;
            case STRING -> value.textValue().isEmpty();
            case ARRAY, OBJECT -> value.isEmpty();
            case BOOLEAN, NUMBER, POJO, BINARY -> false;
        };
    }
}
