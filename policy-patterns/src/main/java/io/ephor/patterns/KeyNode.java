package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** One key of a pattern's map and what is asked of it. Immutable. */
interface KeyNode {
    KeyName name();

    /** The fast pass, see {@link Node#glance}. */
    Glance glance(ObjectNode object, NumberView numbers, Expansions expansions);

    /**
     * The slow pass, see {@link Node#examine}.
     *
     * @param place where the map is
     */
    @Nullable
    Fault examine(ObjectNode object, Place place, Frame frame);

    /** Whether an anchor stands below this key. */
    default boolean anchoredBelow(Expansions expansions) {
        return false;
    }

    /** Whether keys below can be expanded while matching. */
    default boolean expandable() {
        return false;
    }
}
