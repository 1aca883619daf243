package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The order of texts and map keys in Go: by the bytes of their UTF-8 form, which is the order of code points. It differs
 * from {@link String#compareTo} where characters beyond the basic plane meet those from U+E000 on. Thread-safe.
 */
public final class KeyOrder implements Comparator<String> {
    /** The order; it has no state. */
    public static final KeyOrder INSTANCE = new KeyOrder();

    private KeyOrder() {}

    @Override
    public int compare(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                return Integer.compare(rank(one), rank(other));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /**
     * {@return the keys of an object in this order}
     *
     * @param object the object
     */
    public static List<String> sortedKeys(JsonNode object) {
        List<String> keys = new ArrayList<>(object.size());
        boolean inOrder = true;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey();
            inOrder &= keys.isEmpty() || INSTANCE.compare(keys.get(keys.size() - 1), key) < 0;
            keys.add(key);
        }
        if (!inOrder) {
            keys.sort(INSTANCE);
        }
        return keys;
    }

    /** Surrogates stand for characters above all of the basic plane. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }
}
