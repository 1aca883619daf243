package io.ephor.jmespath.function.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.GoInteger;
import io.ephor.values.JsonNumber;

/**
 * Texts, numbers and booleans as some functions of Kyverno turn them into texts.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
public final class ScalarText {
    private ScalarText() {}

    /** Says whether a value has such a text. */
    public static boolean exists(JsonNode value) {
        return value.isTextual() || value.isNumber() || value.isBoolean();
    }

    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return String.valueOf(value.booleanValue());
        }
        return value instanceof GoInteger
                ? Long.toString(value.longValue())
                : Float32Text.of(JsonNumber.doubleValue(value));
    }
}
