package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the floors ask of single values. A text says {@code true} and {@code false} as well as a boolean. */
final class Values {
    private Values() {}

    static boolean isFalseOrAbsent(@Nullable JsonNode value) {
        return value == null || isFalse(value);
    }

    static boolean isFalse(JsonNode value) {
        return value.isTextual() ? value.textValue().equals("false") : value.isBoolean() && !value.booleanValue();
    }

    static boolean isTrue(JsonNode value) {
        return value.isTextual() ? value.textValue().equals("true") : value.booleanValue();
    }

    static boolean isZeroOrAbsent(@Nullable JsonNode value) {
        return value == null || (value.isTextual() ? value.textValue().equals("0") : isZero(value));
    }

    private static boolean isZero(JsonNode value) {
        return value.isNumber() && value.doubleValue() == 0;
    }

    static boolean isPositive(JsonNode value) {
        return value.isNumber() && value.doubleValue() > 0;
    }

    static boolean isSeccompType(JsonNode value) {
        String text = value.textValue();
        return "RuntimeDefault".equals(text) || "Localhost".equals(text);
    }

    static boolean isAmong(Set<String> texts, JsonNode value) {
        return value.isTextual() && texts.contains(value.textValue());
    }

    /** Says whether every entry of a list is among the texts; so is it where there is no list. */
    static boolean areAmong(Set<String> texts, JsonNode list) {
        if (!list.isArray()) {
            return true;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!isAmong(texts, list.get(i))) {
                return false;
            }
        }
        return true;
    }
}
