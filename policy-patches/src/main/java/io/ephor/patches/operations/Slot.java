package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A value while operations are applied: closed as long as none of them went into it. A null in the place of a slot is a
 * null of the document; a slot of null is a null that an operation wrote, and the two are not the same to the reference.
 * Not thread-safe.
 */
final class Slot {
    private final JsonNode node;
    private final @Nullable Written written;
    private @Nullable Container open;

    private Slot(JsonNode node, @Nullable Written written) {
        this.node = node;
        this.written = written;
    }

    /** {@return a value of the document} */
    static Slot of(JsonNode node) {
        return new Slot(node, null);
    }

    /** {@return a value of the patch} */
    static Slot of(Written written) {
        return new Slot(written.node(), written);
    }

    /** {@return a list or map that operations go into} */
    static Slot of(Container container) {
        Slot slot = new Slot(container.base(), null);
        slot.open = container;
        return slot;
    }

    /** {@return the value as it was when the slot was made} */
    JsonNode node() {
        return node;
    }

    /** {@return how the value was written in the patch, null where it comes from the document} */
    @Nullable
    Written written() {
        return written;
    }

    boolean isNull() {
        return node.isNull();
    }

    /** {@return what is inside, null for a scalar} */
    @Nullable
    Container open() {
        if (open == null && node.isObject()) {
            open = new OpenMap(node, written, null);
        } else if (open == null && node.isArray()) {
            open = new OpenList(node, written, null);
        }
        return open;
    }

    /** {@return what is inside, null where no operation went into it} */
    @Nullable
    Container opened() {
        return open;
    }

    /** {@return the value with what was changed in it; the same node where nothing was} */
    JsonNode close() {
        return open == null ? node : open.close();
    }
}
