package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.patterns.check.Check;
import io.ephor.patterns.check.ElementsCheck;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that starts with a map: every element of the value must match that map; elements that it does not concern
 * are left out unless there is no other. What follows the map in the pattern is never looked at.
 *
 * <p>Kyverno: {@code pkg/engine/validate/validate.go}, validateArrayOfMaps
 */
final class ElementsNode extends Node {
    private final Node element;
    private final boolean othersAnchored;

    /**
     * Makes a node.
     *
     * @param othersAnchored whether anchors stand in what follows the map
     */
    ElementsNode(Node element, boolean othersAnchored) {
        this.element = element;
        this.othersAnchored = othersAnchored;
    }

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        if (!(value instanceof ArrayNode list)) {
            return Glance.FAIL;
        }
        boolean applied = false;
        boolean skipped = false;
        for (int i = 0; i < list.size(); i++) {
            Glance glance = element.glance(list.get(i), numbers, expansions);
            if (glance == Glance.PASS) {
                applied = true;
            } else if (glance.skips()) {
                skipped = true;
            } else {
                return glance == Glance.FAIL ? Glance.FAIL : Glance.UNSURE;
            }
        }
        return skipped && !applied ? Glance.WRAPPED_SKIP : Glance.PASS;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        if (!(value instanceof ArrayNode list)) {
            return EmptyListNode.notList(frame);
        }
        Trail trail = frame.trail();
        List<Fault> skips = List.of();
        for (int i = frame.first(); i < list.size(); i++) {
            trail.enterElement(i, 0);
            Fault fault = element.examine(list.get(i), frame);
            trail.leave();
            if (fault != null && !fault.skips()) {
                return fault;
            }
            if (fault != null) {
                skips = Fault.Skips.add(skips, fault);
            }
        }
        boolean nothingApplied = skips.size() == list.size();
        return nothingApplied && !skips.isEmpty() ? new Fault.Skips(skips) : null;
    }

    @Override
    Check check() {
        return neverSkips() ? new ElementsCheck(element.check()) : super.check();
    }

    @Override
    boolean neverSkips() {
        return element.neverSkips();
    }

    @Override
    boolean anchored(Expansions expansions) {
        return othersAnchored || element.anchored(expansions);
    }

    @Override
    boolean expandable() {
        return element.expandable();
    }
}
