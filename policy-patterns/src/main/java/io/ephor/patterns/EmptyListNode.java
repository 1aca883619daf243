package io.ephor.patterns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** An empty list in a pattern, which nothing satisfies. Kyverno: {@code pkg/engine/validate/validate.go} */
final class EmptyListNode extends Node {
    static final EmptyListNode INSTANCE = new EmptyListNode();

    private EmptyListNode() {}

    @Override
    Glance glance(JsonNode value, NumberView numbers, Expansions expansions) {
        return Glance.FAIL;
    }

    @Override
    @Nullable
    Fault examine(JsonNode value, Frame frame) {
        return value instanceof ArrayNode
                ? new Fault.Plain(frame.trail().place(), () -> "pattern Array empty")
                : notList(frame);
    }

    /** What all lists of a pattern say of a value that is none. */
    static Fault notList(Frame frame) {
        Place place = frame.trail().place();
        return new Fault.Plain(
                place,
                () -> "validation rule failed at path " + place.path()
                        + ", resource does not satisfy the expected overlay pattern",
                frame.pathMaySpeakOfSkip());
    }
}
