package io.ephor.values.yaml;

import java.util.HashMap;
import java.util.Map;

/** What the keys of an object were before they became texts: two keys of one text and different kinds are no duplicates. */
final class KeyKinds {
    static final int TEXT = 1;
    static final int INTEGER = 2;
    static final int FRACTION = 4;
    static final int BOOLEAN = 8;

    private final Map<String, Integer> kinds = new HashMap<>();

    /** Returns the kinds that a key was seen as, as a sum; a key that is not noted here was a text. */
    int of(String key) {
        return kinds.getOrDefault(key, TEXT);
    }

    /** Notes a kind of a key that the object knows already or does not know. */
    void add(String key, int kind, boolean known) {
        kinds.put(key, known ? of(key) | kind : kind);
    }
}
