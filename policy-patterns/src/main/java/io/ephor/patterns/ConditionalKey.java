package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code (key)}: the map concerns a value only if the key is there and matches.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, conditionAnchorHandler
 */
record ConditionalKey(KeyName name, Node child) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        JsonNode value = object.get(name.key());
        if (value == null) {
            return Glance.DIRECT_SKIP;
        }
        Glance glance = child.glance(value, numbers, expansions);
        return glance == Glance.PASS || glance == Glance.UNSURE ? glance : Glance.DIRECT_SKIP;
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        Place below = name.below(place);
        JsonNode value = object.get(name.key());
        if (value == null) {
            return new Fault.AnchorMissing(below);
        }
        Fault fault = child.examine(value, below, frame);
        return fault == null ? null : new Fault.AnchorMismatch(AnchorWords.CONDITIONAL, fault);
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
