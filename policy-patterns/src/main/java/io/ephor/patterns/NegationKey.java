package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code X(key)}: the key must not be there, not even with null. What the pattern has as its value means nothing.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, negationHandler
 */
record NegationKey(KeyName name) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        return object.get(name.key()) == null ? Glance.PASS : Glance.FAIL;
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        return object.get(name.key()) == null ? null : new Fault.Forbidden(name.below(place));
    }
}
