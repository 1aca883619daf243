package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code =(key)}: if the key is there, its value must match.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, equalityHandler
 */
record EqualityKey(KeyName name, Node child) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        JsonNode value = object.get(name.key());
        return value == null ? Glance.PASS : Node.glance(child, value, numbers, expansions);
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        JsonNode value = object.get(name.key());
        return value == null ? null : child.examine(value, name.below(place), frame);
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
