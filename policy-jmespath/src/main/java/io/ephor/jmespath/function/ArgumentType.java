package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of an argument, with the names that error texts use. */
public enum ArgumentType {
    ANY("any"),
    STRING("string"),
    NUMBER("number"),
    BOOLEAN("boolean"),
    ARRAY("array"),
    OBJECT("object"),
    ARRAY_OF_NUMBERS("array[number]"),
    ARRAY_OF_STRINGS("array[string]"),
    /** {@code &expression} */
    EXPRESSION("expref");

    private final String text;

    ArgumentType(String text) {
        this.text = text;
    }

    /** Returns the name in error texts. */
    public String text() {
        return text;
    }

    /** Says whether a value is of this type. */
    public boolean accepts(JsonNode value) {
        return switch (this) {
            case ANY -> true;
            case STRING -> value.isTextual();
            case NUMBER -> isNumber(value);
            case BOOLEAN -> value.isBoolean();
            case ARRAY -> value.isArray();
            case OBJECT -> value.isObject();
            case ARRAY_OF_NUMBERS -> isPlainArray(value) && all(value, NUMBER);
            case ARRAY_OF_STRINGS -> isPlainArray(value) && all(value, STRING);
            case EXPRESSION -> value.isPojo();
        };
    }

    /** Says whether a value is a number for functions; a {@link GoInteger} is none. */
    public static boolean isNumber(JsonNode value) {
        return value.isNumber() && !(value instanceof GoInteger);
    }

    private static boolean isPlainArray(JsonNode value) {
        return value.isArray() && !(value instanceof ItemList);
    }

    private static boolean all(JsonNode list, ArgumentType type) {
        for (int i = 0; i < list.size(); i++) {
            if (!type.accepts(list.get(i))) {
                return false;
            }
        }
        return true;
    }
}
