package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.KeyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels or annotations of an object, read where they are. A null value counts as the empty text; any other value that
 * is no text makes the whole map count as absent.
 *
 * <p>Kyverno reads them by {@code NestedNullCoercingStringMap} of k8s.io/apimachinery.
 *
 * @param node an object of texts and nulls, or null where there is none
 */
public record ObjectTexts(@Nullable JsonNode node) implements TextMap {
    private static final ObjectTexts NONE = new ObjectTexts(null);

    /**
     * {@return the texts of a field of the metadata}
     *
     * @param field the labels or annotations; null, or of another type, where there are none
     */
    public static ObjectTexts of(@Nullable JsonNode field) {
        if (field == null || !field.isObject() || field.isEmpty()) {
            return NONE;
        }
        for (JsonNode value : field) {
            if (!value.isTextual() && !value.isNull()) {
                return NONE;
            }
        }
        return new ObjectTexts(field);
    }

    @Override
    public @Nullable String value(String key) {
        JsonNode value = node == null ? null : node.get(key);
        return value == null ? null : text(value);
    }

    @Override
    public @Nullable String firstMatch(TextPattern key, TextPattern value) {
        if (node == null) {
            return null;
        }
        String first = null;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String candidate = entry.getKey();
            if (key.matches(candidate)
                    && value.matches(text(entry.getValue()))
                    && (first == null || KeyOrder.INSTANCE.compare(candidate, first) < 0)) {
                first = candidate;
            }
        }
        return first;
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.textValue();
    }
}
