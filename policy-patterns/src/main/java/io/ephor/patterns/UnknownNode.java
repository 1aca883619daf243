package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** Something in a pattern that cannot stand where it stands, which nothing satisfies. Kyverno: {@code pkg/engine/validate/validate.go} */
final class UnknownNode extends Node {
    static final UnknownNode INSTANCE = new UnknownNode();

    private UnknownNode() {}

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        return Glance.FAIL;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        Place place = frame.trail().place();
        return new Fault.Plain(place, () -> "failed at '" + place.path() + "', pattern contains unknown type");
    }
}
