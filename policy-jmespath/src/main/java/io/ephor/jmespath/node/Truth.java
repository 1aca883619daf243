package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;

/** What counts as false: false, null, and the empty text, list and object. Zero does not. */
final class Truth {
    private Truth() {}

    static boolean isFalse(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> !value.booleanValue();
            case NULL, MISSING -> true;
            case STRING -> value.textValue().isEmpty();
            case ARRAY, OBJECT -> value.isEmpty();
            case NUMBER, POJO, BINARY -> false;
        };
    }
}
