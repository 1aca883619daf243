package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * {@code X(key)}: the key must not be there, not even with null. What the pattern has as its value means nothing.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, negationHandler
 */
final class NegationKey extends KeyNode {
    NegationKey(KeyName name) {
        super(name, UnknownNode.INSTANCE, Glance.PASS);
    }

    @Override
    Fault examineValue(JsonNode value, Frame frame) {
        return new Fault.Forbidden(frame.trail().place());
    }

    @Override
    boolean neverSkips() {
        return true;
    }
}
