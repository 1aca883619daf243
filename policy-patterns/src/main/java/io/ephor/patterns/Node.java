package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A compiled element of a pattern. Immutable; what changes while matching is in {@link Expansions} and {@link Frame}.
 *
 * <p>Both passes do the same work in the same order, so that both see the same expansions.
 */
interface Node {
    /** The fast pass: allocates nothing unless keys are expanded. */
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions);

    /**
     * Calls {@link #glance} of a node. Most nodes are of three classes, and a test of the class lets the compiler inline
     * what a call of the interface, with all its implementations loaded, does not.
     */
    static Glance glance(Node node, JsonNode value, NumberView numbers, Expansions expansions) {
        if (node instanceof ScalarNode scalar) {
            return scalar.glance(value, numbers, expansions);
        }
        if (node instanceof MapNode map) {
            return map.glance(value, numbers, expansions);
        }
        if (node instanceof ElementsNode elements) {
            return elements.glance(value, numbers, expansions);
        }
        return node.glance(value, numbers, expansions);
    }

    /**
     * The slow pass, which is authoritative.
     *
     * @return what is wrong, or null when the value satisfies this node
     */
    @Nullable
    Fault examine(JsonNode value, Place place, Frame frame);

    /** Whether an anchor stands here or below, which decides when a key is looked at. */
    default boolean anchored(Expansions expansions) {
        return false;
    }

    /** Whether keys here or below can be expanded while matching. */
    default boolean expandable() {
        return false;
    }
}
