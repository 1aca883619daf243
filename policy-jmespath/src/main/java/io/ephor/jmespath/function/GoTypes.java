package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;

/** The names of the Go types of values. */
final class GoTypes {
    private GoTypes() {}

    static String name(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "nil";
            case BOOLEAN -> "bool";
            case NUMBER -> value instanceof GoInteger ? "int" : "float64";
            case ARRAY -> value instanceof ItemList ? "[]map[string]interface {}" : "[]interface {}";
            case OBJECT -> "map[string]interface {}";
            case POJO -> "jmespath.expRef";
            case STRING, BINARY -> "string";
        };
    }
}
