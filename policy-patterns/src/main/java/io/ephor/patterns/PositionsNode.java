package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that starts with a list: element by element, each with the one at its position; further elements of the
 * value are ignored.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateArray
 */
final class PositionsNode extends Node {
    private final Node[] elements;

    PositionsNode(Node[] elements) {
        this.elements = elements;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ArrayNode list) || list.size() < elements.length) {
            return Glance.FAIL;
        }
        boolean applied = false;
        for (int i = 0; i < elements.length; i++) {
            switch (elements[i].glance(list.get(i), numbers, expansions)) {
                case PASS -> applied = true;
                case DIRECT_SKIP, WRAPPED_SKIP -> {}
                case FAIL -> {
                    return Glance.FAIL;
                }
                case FAIL_OR_SKIP, UNSURE -> {
                    return Glance.UNSURE;
                }
            }
        }
        return applied ? Glance.PASS : Glance.WRAPPED_SKIP;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (!(value instanceof ArrayNode list)) {
            return EmptyListNode.notList(frame);
        }
        if (list.size() < elements.length) {
            return new Fault.Plain(
                    null,
                    frame.trail().place(),
                    () -> "validate Array failed, array length mismatch, resource Array len is " + list.size()
                            + " and pattern Array len is " + elements.length);
        }
        Trail trail = frame.trail();
        List<Fault> skips = List.of();
        for (int i = 0; i < elements.length; i++) {
            trail.enterElement(i, i);
            Fault fault = elements[i].examine(list.get(i), frame);
            trail.leave();
            if (fault != null && !fault.skips()) {
                return fault;
            }
            if (fault != null) {
                skips = Fault.Skips.add(skips, fault);
            }
        }
        return skips.size() == elements.length ? new Fault.Skips(skips) : null;
    }

    @Override
    boolean anchored(Expansions expansions) {
        for (Node element : elements) {
            if (element.anchored(expansions)) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean expandable() {
        for (Node element : elements) {
            if (element.expandable()) {
                return true;
            }
        }
        return false;
    }
}
