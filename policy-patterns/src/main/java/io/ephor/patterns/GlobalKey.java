package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * {@code <(key)}: if the key is there and does not match, what is around it is skipped.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, globalAnchorHandler
 */
final class GlobalKey extends KeyNode {
    GlobalKey(KeyName name, Node child) {
        super(name, child, Glance.PASS);
    }

    @Override
    Glance mismatch(Glance glance) {
        return glance == Glance.UNSURE ? Glance.UNSURE : Glance.DIRECT_SKIP;
    }

    @Override
    @Nullable
    Fault examineValue(JsonNode value, Frame frame) {
        Fault fault = super.examineValue(value, frame);
        return fault == null ? null : new Fault.AnchorMismatch(AnchorWords.GLOBAL, fault);
    }
}
