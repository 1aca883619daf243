package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A key without anchor: its value must match; a key that is not there has the value null.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, defaultHandler
 */
record PlainKey(KeyName name, Node child) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        return Node.glance(child, value(object), numbers, expansions);
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        return child.examine(value(object), name.below(place), frame);
    }

    private JsonNode value(ObjectNode object) {
        JsonNode value = object.get(name.key());
        return value == null ? NullNode.instance : value;
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
