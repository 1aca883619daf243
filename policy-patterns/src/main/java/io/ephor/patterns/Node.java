package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patterns.check.Check;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A compiled element of a pattern. Immutable; what changes while matching is in {@link Expansions} and {@link Frame}.
 *
 * <p>An abstract class and no interface, because its methods are found faster: that alone takes a fifth off the time of
 * a match.
 *
 * <p>Both passes do the same work in the same order, so that both see the same expansions.
 */
abstract sealed class Node
        permits MapNode,
                ExpandableMapNode,
                TagNode,
                ElementsNode,
                PositionsNode,
                WholeListNode,
                EmptyListNode,
                ExistenceNode,
                ScalarNode,
                PresentNode,
                UnknownNode {
    /** The fast pass: allocates nothing unless keys are expanded. */
    abstract Glance glance(JsonNode value, NumberView numbers, Expansions expansions);

    /**
     * The slow pass, which is authoritative.
     *
     * @return what is wrong, or null when the value satisfies this node
     */
    abstract @Nullable Fault examine(JsonNode value, Frame frame);

    /** Returns what says the same as a {@link Glance#PASS} of the fast pass, and says it faster where that can be. */
    Check check() {
        return new NodeCheck(this);
    }

    /** Whether it is certain that no anchor here or below makes a value be skipped. */
    boolean neverSkips() {
        return false;
    }

    /** Whether an anchor stands here or below, which decides when a key is looked at. */
    boolean anchored(Expansions expansions) {
        return false;
    }

    /** Whether keys here or below can be expanded while matching. */
    boolean expandable() {
        return false;
    }
}
