package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A loop that an evaluation is in, and the element at which it is. Confined to one thread. */
final class LoopLevel {
    private final @Nullable LoopLevel outer;
    private @Nullable JsonNode element;
    private int index;
    private int nesting;

    /**
     * Makes a loop that has not come to an element.
     *
     * @param outer the loop around it, or null
     */
    LoopLevel(@Nullable LoopLevel outer) {
        this.outer = outer;
    }

    @Nullable
    LoopLevel outer() {
        return outer;
    }

    /**
     * Comes to an element.
     *
     * @param position the position of the element in its list
     * @param loops how many loops there are around this one, as the loop says
     */
    void enter(JsonNode next, int position, int loops) {
        element = next;
        index = position;
        nesting = loops;
    }

    /** Leaves the element. */
    void leave() {
        element = null;
    }

    /** Returns the element, or null before there is one. */
    @Nullable
    JsonNode element() {
        return element;
    }

    int index() {
        return index;
    }

    int nesting() {
        return nesting;
    }

    /** Returns the innermost of some loops that is at an element, or null for none. */
    static @Nullable LoopLevel atElement(@Nullable LoopLevel innermost) {
        LoopLevel level = innermost;
        while (level != null && level.element == null) {
            level = level.outer;
        }
        return level;
    }
}
