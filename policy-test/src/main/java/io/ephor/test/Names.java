package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;
import java.util.Locale;

/** How fields, pointers and types are written. */
final class Names {
    private Names() {}

    static String folded(String field) {
        return field.toLowerCase(Locale.ROOT);
    }

    static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }

    /** Returns a text; empty where the value is something else. */
    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : "";
    }

    /** Returns the text that a scalar becomes in the place of a text; null becomes the empty one. */
    static String scalarText(JsonNode value) {
        if (value.isNumber()) {
            return JsonNumber.text(value, NumberView.AS_WRITTEN);
        }
        return value.isBoolean() ? String.valueOf(value.booleanValue()) : text(value);
    }

    /** Returns what stands behind the last slash. */
    static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
