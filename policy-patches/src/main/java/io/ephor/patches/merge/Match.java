package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which elements of a list are meant.
 *
 * @param keys the keys; one empty key where elements are scalars
 * @param values their texts; there may be fewer of them
 */
record Match(List<String> keys, List<String> values) {
    /** {@return a match by those keys that are used in a list} */
    static Match of(List<String> keys, List<String> values, List<String> used) {
        if (used.size() == keys.size()) {
            return new Match(keys, values);
        }
        List<String> ofUsed = new ArrayList<>(used.size());
        for (int i = 0; i < keys.size(); i++) {
            if (used.contains(keys.get(i))) {
                ofUsed.add(values.get(i));
            }
        }
        return new Match(used, ofUsed);
    }

    /** {@return the match without keys that have no text; the same where none has} */
    Match narrowed() {
        if (!values.contains("")) {
            return this;
        }
        List<String> someKeys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!values.get(i).isEmpty()) {
                someKeys.add(keys.get(i));
                texts.add(values.get(i));
            }
        }
        return texts.isEmpty() ? this : new Match(someKeys, texts);
    }

    /** {@return whether only maps can be meant} */
    boolean wantsMap() {
        return !keys.get(0).isEmpty() && !values.isEmpty() && !values.get(0).isEmpty();
    }

    /** {@return whether a map has all keys, with these texts} */
    boolean equalsAll(JsonNode map) {
        for (int i = 0; i < keys.size(); i++) {
            JsonNode field = map.get(keys.get(i));
            if (field == null || !Values.text(field).equals(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether an element is meant} A key without a text is met by any value, one beyond the texts by what the key before was met by. */
    boolean hits(JsonNode element) {
        boolean hit = false;
        for (int i = 0; i < keys.size(); i++) {
            if (i < values.size()) {
                hit = hits(element, keys.get(i), values.get(i));
            }
            if (!hit) {
                return false;
            }
        }
        return true;
    }

    private static boolean hits(JsonNode element, String key, String value) {
        if (key.isEmpty()) {
            Values.requireScalar(element);
            return Values.text(element).equals(value);
        }
        Values.requireMap(element);
        JsonNode field = element.get(key);
        return field != null && (value.isEmpty() || Values.text(field).equals(value));
    }
}
