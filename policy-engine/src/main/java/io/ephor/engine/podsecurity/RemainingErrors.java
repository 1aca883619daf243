package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.checks.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is left of the errors of one check. The last error takes the place of one that is taken away, as in the reference;
 * where each stands is kept by what it concerns, so that many errors cost no more than each alone. Used by one thread.
 */
final class RemainingErrors {
    private final List<FieldError> errors;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, TreeSet<Integer>> places = new HashMap<>();

    /**
     * Starts with all errors.
     *
     * @param key what an error concerns, from the path of its field
     */
    RemainingErrors(List<FieldError> errors, Function<String, String> key) {
        this.errors = new ArrayList<>(errors);
        for (FieldError error : errors) {
            String own = key.apply(error.field());
            places.computeIfAbsent(own, other -> new TreeSet<>()).add(keys.size());
            keys.add(own);
        }
    }

    /** Takes away the first error that concerns something; nothing if there is none. */
    void takeAway(String key) {
        TreeSet<Integer> own = places.get(key);
        Integer place = own == null ? null : own.pollFirst();
        if (place == null) {
            return;
        }
        int last = errors.size() - 1;
        FieldError moved = errors.remove(last);
        String movedKey = keys.remove(last);
        if (place != last) {
            errors.set(place, moved);
            keys.set(place, movedKey);
            TreeSet<Integer> others = places.computeIfAbsent(movedKey, other -> new TreeSet<>());
            others.remove(last);
            others.add(place);
        }
    }

    List<FieldError> errors() {
        return errors;
    }
}
