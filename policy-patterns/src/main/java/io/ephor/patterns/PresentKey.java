package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A key without anchor whose pattern is exactly {@code "*"}: any value but null will do, also a map or a list.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, defaultHandler
 */
record PresentKey(KeyName name) implements KeyNode {
    @Override
    public Glance glance(ObjectNode object, NumberView numbers, Expansions expansions) {
        return present(object) ? Glance.PASS : Glance.FAIL;
    }

    @Override
    public @Nullable Fault examine(ObjectNode object, Place place, Frame frame) {
        if (present(object)) {
            return null;
        }
        return new Fault.Plain(place, name.below(place), () -> place.path() + "/" + name.key() + " not found");
    }

    private boolean present(ObjectNode object) {
        JsonNode value = object.get(name.key());
        return value != null && !value.isNull() && !value.isMissingNode();
    }
}
