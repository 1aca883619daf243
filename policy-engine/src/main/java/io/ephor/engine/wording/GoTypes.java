package io.ephor.engine.wording;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of decoded JSON in the texts of Go. */
public final class GoTypes {
    private GoTypes() {}

    /** Returns what reflection says the value is. */
    public static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "map";
            case ARRAY -> "slice";
            case BOOLEAN -> "bool";
            case NUMBER -> value.canConvertToLong() && value.isIntegralNumber() ? "int64" : "float64";
            default -> "string";
        };
    }

    /** Returns what the decoder of JSON calls a value. */
    public static String json(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            default -> "string";
        };
    }
}
