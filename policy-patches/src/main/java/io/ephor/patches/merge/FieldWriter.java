package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that is copied when a field of it first changes. Not thread-safe. */
final class FieldWriter {
    private final JsonNode old;
    private @Nullable ObjectNode copy;

    FieldWriter(JsonNode old) {
        this.old = old;
    }

    /** {@return a field as it was, or null} */
    @Nullable
    JsonNode old(String key) {
        return old.get(key);
    }

    /** Sets a field that was {@code before}. Null takes it away; a null node does too, unless it is the one that was there. */
    void set(String key, @Nullable JsonNode before, @Nullable JsonNode value) {
        if (value == before) {
            return;
        }
        if (value == null || value.isNull()) {
            if (before != null) {
                copy().remove(key);
            }
            return;
        }
        if (before == null || before instanceof ContainerNode<?>) {
            copy().set(key, value);
            return;
        }
        JsonNode written = Values.over(before, value);
        if (!Values.same(before, written)) {
            copy().set(key, written);
        }
    }

    /** {@return the map with its changes, the same node when there are none} */
    JsonNode result() {
        return copy == null ? old : copy;
    }

    private ObjectNode copy() {
        ObjectNode made = copy;
        if (made == null) {
            made = copyOf(old);
            copy = made;
        }
        return made;
    }

    /** {@return a new map with the fields of another} */
    static ObjectNode copyOf(JsonNode map) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            copy.set(field.getKey(), field.getValue());
        }
        return copy;
    }
}
