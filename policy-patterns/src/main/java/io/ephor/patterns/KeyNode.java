package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One key of a pattern's map and what is asked of it. Immutable.
 *
 * <p>In the fast pass {@link MapNode} looks a key up and asks its child; what the kinds of keys say besides is data, so
 * that a key costs one call.
 */
abstract sealed class KeyNode
        permits PlainKey, PresentKey, ConditionalKey, EqualityKey, NegationKey, ExistenceKey, GlobalKey {
    private final KeyName name;
    private final Node child;
    private final Glance absent;

    /**
     * Makes a key.
     *
     * @param child what the key's value has to satisfy
     * @param absent what the fast pass says when the key is not there
     */
    KeyNode(KeyName name, Node child, Glance absent) {
        this.name = name;
        this.child = child;
        this.absent = absent;
    }

    final KeyName name() {
        return name;
    }

    final Node child() {
        return child;
    }

    /** What the fast pass says when the key is not there. */
    final Glance absent() {
        return absent;
    }

    /** What the fast pass makes of a value that does not satisfy the child, or may not. */
    Glance mismatch(Glance glance) {
        return glance;
    }

    /**
     * The slow pass, see {@link Node#examine}.
     *
     * @param value the value of the key, null where it is not there
     */
    @Nullable
    Fault examine(@Nullable JsonNode value, Frame frame) {
        Trail trail = frame.trail();
        trail.enter(name);
        Fault fault = value == null ? examineAbsent(frame) : examineValue(value, frame);
        trail.leave();
        return fault;
    }

    /** What the slow pass says when the key is not there. */
    @Nullable
    Fault examineAbsent(Frame frame) {
        return null;
    }

    /** The slow pass on the key's value. */
    @Nullable
    Fault examineValue(JsonNode value, Frame frame) {
        return child.examine(value, frame);
    }

    /** Whether an anchor stands below this key. */
    final boolean anchoredBelow(Expansions expansions) {
        return child.anchored(expansions);
    }

    /** Whether it is certain that neither this key nor an anchor below makes a value be skipped. */
    boolean neverSkips() {
        return false;
    }

    /** Whether keys below can be expanded while matching. */
    final boolean expandable() {
        return child.expandable();
    }
}
