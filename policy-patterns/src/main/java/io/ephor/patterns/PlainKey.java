package io.ephor.patterns;

import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A key without anchor: its value must match; a key that is not there has the value null.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, defaultHandler
 */
final class PlainKey extends KeyNode {
    PlainKey(KeyName name, Node child) {
        super(name, child, child.glance(NullNode.instance, NumberView.AS_WRITTEN, Expansions.NONE));
    }

    @Override
    @Nullable
    Fault examineAbsent(Frame frame) {
        return examineValue(NullNode.instance, frame);
    }

    @Override
    boolean neverSkips() {
        return child().neverSkips();
    }
}
