package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of an argument, with the names that error texts use. */
public enum ArgumentType {
    ANY("any") {
        @Override
        public boolean accepts(JsonNode value) {
            return true;
        }
    },
    STRING("string") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isTextual();
        }
    },
    NUMBER("number") {
        @Override
        public boolean accepts(JsonNode value) {
            return isNumber(value);
        }
    },
    BOOLEAN("boolean") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isBoolean();
        }
    },
    ARRAY("array") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isArray();
        }
    },
    OBJECT("object") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isObject();
        }
    },
    ARRAY_OF_NUMBERS("array[number]") {
        @Override
        public boolean accepts(JsonNode value) {
            return isPlainArray(value) && all(value, NUMBER);
        }
    },
    ARRAY_OF_STRINGS("array[string]") {
        @Override
        public boolean accepts(JsonNode value) {
            return isPlainArray(value) && all(value, STRING);
        }
    },
    /** {@code &expression} */
    EXPRESSION("expref") {
        @Override
        public boolean accepts(JsonNode value) {
            return value.isPojo();
        }
    };

    private final String text;

    ArgumentType(String text) {
        this.text = text;
    }

    /** Returns the name in error texts. */
    public String text() {
        return text;
    }

    /** Says whether a value is of this type. */
    public abstract boolean accepts(JsonNode value);

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
