package io.ephor.engine.match;

import io.ephor.values.KeyOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labels that the caller gave as a map.
 *
 * @param texts a null value counts as the empty text
 */
record GivenTexts(Map<String, String> texts) implements TextMap {
    @Override
    public @Nullable String value(String key) {
        String value = texts.get(key);
        return value == null && texts.containsKey(key) ? "" : value;
    }

    @Override
    public @Nullable String firstMatch(TextPattern key, TextPattern value) {
        String first = null;
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            String candidate = entry.getKey();
            String text = entry.getValue() == null ? "" : entry.getValue();
            if (key.matches(candidate)
                    && value.matches(text)
                    && (first == null || KeyOrder.INSTANCE.compare(candidate, first) < 0)) {
                first = candidate;
            }
        }
        return first;
    }
}
