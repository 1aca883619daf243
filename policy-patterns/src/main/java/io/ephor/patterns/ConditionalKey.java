package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code (key)}: the map concerns a value only if the key is there and matches.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, conditionAnchorHandler
 */
final class ConditionalKey extends KeyNode {
    ConditionalKey(KeyName name, Node child) {
        super(name, child, Glance.DIRECT_SKIP);
    }

    @Override
    Glance mismatch(Glance glance) {
        return glance == Glance.UNSURE ? Glance.UNSURE : Glance.DIRECT_SKIP;
    }

    @Override
    Fault examineAbsent(Frame frame) {
        return new Fault.AnchorMissing(frame.trail().place());
    }

    @Override
    @Nullable
    Fault examineValue(JsonNode value, Frame frame) {
        Fault fault = super.examineValue(value, frame);
        return fault == null ? null : new Fault.AnchorMismatch(AnchorWords.CONDITIONAL, fault);
    }
}
