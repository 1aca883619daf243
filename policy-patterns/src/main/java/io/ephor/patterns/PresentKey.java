package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A key without anchor whose pattern is exactly {@code "*"}: any value but null will do, also a map or a list.
 *
 * <p>Kyverno: {@code pkg/engine/anchor/handlers.go}, defaultHandler
 */
final class PresentKey extends KeyNode {
    PresentKey(KeyName name) {
        super(name, PresentNode.INSTANCE, Glance.FAIL);
    }

    @Override
    @Nullable
    Fault examine(@Nullable JsonNode value, Frame frame) {
        if (value != null && PresentNode.present(value)) {
            return null;
        }
        Place place = frame.trail().place();
        return new Fault.Plain(place, place.key(name()), () -> place.path() + "/" + name().key() + " not found");
    }

    @Override
    boolean neverSkips() {
        return true;
    }
}
