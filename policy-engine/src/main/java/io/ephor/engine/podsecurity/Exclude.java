package io.ephor.engine.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.values.Wildcard;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of {@code exclude}: which findings of a control are forgiven. Immutable and thread-safe.
 *
 * @param checks the names of the checks of the control
 * @param images patterns of images; if there are any, only containers with such an image are forgiven
 * @param restrictedField the only field that is forgiven, with {@code *} for each number; empty for all
 * @param values patterns of the values that are forgiven; none for all
 */
record Exclude(List<String> checks, List<Wildcard> images, String restrictedField, List<Wildcard> values) {
    static Exclude compile(JsonNode written) {
        return new Exclude(
                Controls.checksOf(text(written, "controlName")),
                patterns(written.path("images")),
                text(written, "restrictedField"),
                patterns(written.path("values")));
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).textValue();
        return text == null ? "" : text;
    }

    private static List<Wildcard> patterns(JsonNode texts) {
        List<Wildcard> patterns = new ArrayList<>(texts.size());
        for (JsonNode text : texts) {
            patterns.add(Wildcard.compile(text.isTextual() ? text.textValue() : ""));
        }
        return List.copyOf(patterns);
    }

    boolean isForImages() {
        return !images.isEmpty();
    }

    boolean hasImage(String image) {
        return matches(images, image);
    }

    /** {@return whether a finding of one of the checks is forgiven; one without a value is, whatever the values} */
    boolean forgives(FieldError error, String place) {
        if (!restrictedField.isEmpty() && !restrictedField.equals(place)) {
            return false;
        }
        JsonNode value = error.badValue();
        if (values.isEmpty() || value == null) {
            return true;
        }
        if (!value.isArray()) {
            return forgives(value);
        }
        for (JsonNode item : value) {
            if (!matches(values, item.textValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean forgives(JsonNode value) {
        if (value.isBoolean()) {
            return matches(values, Boolean.toString(value.booleanValue()));
        }
        if (value.isNumber()) {
            return matches(values, Long.toString(value.longValue()));
        }
        return value.textValue().isEmpty() || matches(values, value.textValue());
    }

    private static boolean matches(List<Wildcard> patterns, String text) {
        for (int i = 0; i < patterns.size(); i++) {
            if (patterns.get(i).matches(text)) {
                return true;
            }
        }
        return false;
    }
}
