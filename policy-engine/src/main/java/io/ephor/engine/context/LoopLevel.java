package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A loop that an evaluation is in, and the element at which it is.
 *
 * @param outer the loop around it, or null
 * @param element the element, or null before there is one
 * @param index the position of the element in its list
 * @param nesting how many loops there are around this one, as the loop says
 */
record LoopLevel(@Nullable LoopLevel outer, @Nullable JsonNode element, int index, int nesting) {
    /** Returns a loop that has not come to an element. */
    static LoopLevel within(@Nullable LoopLevel outer) {
        return new LoopLevel(outer, null, 0, 0);
    }

    /** Returns what queries see as the element in a loop, or null for none. */
    static @Nullable JsonNode elementIn(@Nullable LoopLevel innermost) {
        LoopLevel level = innermost;
        while (level != null && level.element == null) {
            level = level.outer;
        }
        return level == null ? null : level.element;
    }
}
