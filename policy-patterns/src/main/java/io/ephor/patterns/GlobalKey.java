package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code <(key)}: if the key is there and does not match, what is around it is skipped.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, globalAnchorHandler
 */
record GlobalKey(KeyName name, Node child) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        JsonNode value = object.get(name.key());
        if (value == null) {
            return Glance.PASS;
        }
        Glance glance = child.glance(value, numbers, expansions);
        return glance == Glance.PASS || glance == Glance.UNSURE ? glance : Glance.DIRECT_SKIP;
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        JsonNode value = object.get(name.key());
        if (value == null) {
            return null;
        }
        Fault fault = child.examine(value, name.below(place), frame);
        return fault == null ? null : new Fault.AnchorMismatch(AnchorWords.GLOBAL, fault);
    }

    @Override
    public boolean anchoredBelow(Expansions expansions) {
        return child.anchored(expansions);
    }

    @Override
    public boolean expandable() {
        return child.expandable();
    }
}
