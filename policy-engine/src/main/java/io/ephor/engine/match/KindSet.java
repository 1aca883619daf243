package io.ephor.engine.match;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of request that something may match. Immutable and thread-safe.
 *
 * @param open whether it has to be asked for every kind
 * @param kinds the exact kinds; empty where the set is open
 */
public record KindSet(boolean open, Set<String> kinds) {
    /** Every kind. */
    public static final KindSet OPEN = new KindSet(true, Set.of());

    /** No kind. */
    public static final KindSet NONE = new KindSet(false, Set.of());

    public KindSet {
        kinds = open ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(kinds));
    }

    /** {@return the kinds that are in at least one of some sets} */
    public static KindSet union(List<KindSet> sets) {
        if (sets.size() == 1) {
            return sets.get(0);
        }
        Set<String> kinds = new LinkedHashSet<>();
        for (KindSet set : sets) {
            if (set.open) {
                return OPEN;
            }
            kinds.addAll(set.kinds);
        }
        return new KindSet(false, kinds);
    }
}
