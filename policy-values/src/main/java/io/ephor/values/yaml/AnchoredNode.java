package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A node that aliases can refer to; open, without a value, until its end was read. */
final class AnchoredNode {
    @Nullable
    JsonNode value;
    /** Its entry in the table of places, -1 for a key. */
    int entry = -1;
    /** How many nodes it has, aliases expanded. */
    long nodes;
    /** How many levels of objects and lists it has. */
    int height;

    /** The text of a scalar as written, for its use as a key; null for containers. */
    final @Nullable YamlScalar scalar;

    AnchoredNode(@Nullable YamlScalar scalar) {
        this.scalar = scalar;
    }

    boolean isOpen() {
        return value == null;
    }

    boolean isObject() {
        return value instanceof ObjectNode;
    }
}
