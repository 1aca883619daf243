package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A list that starts with a scalar: every element of the value must match that scalar. What follows it in the pattern
 * is never looked at.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateArray
 */
final class WholeListNode extends Node {
    private final ScalarNode scalar;
    private final boolean othersAnchored;

    /**
     * Makes a node.
     *
     * @param othersAnchored whether anchors stand in what follows the scalar
     */
    WholeListNode(ScalarNode scalar, boolean othersAnchored) {
        this.scalar = scalar;
        this.othersAnchored = othersAnchored;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        return value instanceof ArrayNode ? scalar.glance(value, numbers, expansions) : Glance.FAIL;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (!(value instanceof ArrayNode)) {
            return EmptyListNode.notList(frame);
        }
        Trail trail = frame.trail();
        trail.enterPatternElement(0);
        Fault fault = scalar.examine(value, frame);
        trail.leave();
        return fault;
    }

    @Override
    boolean neverSkips() {
        return true;
    }

    @Override
    boolean anchored(Expansions expansions) {
        return othersAnchored;
    }
}
