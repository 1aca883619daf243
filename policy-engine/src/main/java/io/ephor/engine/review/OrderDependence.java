package io.ephor.engine.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.DocumentPatch;
import io.ephor.values.PatchOperation;
import java.util.List;

/** Whether two policies make the same of a resource in either order. Immutable and thread-safe. */
public final class OrderDependence {
    private final JsonNode inOrder;
    private final JsonNode reversed;
    private final List<PatchOperation> difference;

    OrderDependence(JsonNode inOrder, JsonNode reversed) {
        this.inOrder = inOrder;
        this.reversed = reversed;
        this.difference = DocumentPatch.between(inOrder, reversed).operations();
    }

    /** {@return whether the order matters} */
    public boolean matters() {
        return !difference.isEmpty();
    }

    /** {@return the resource after the first and then the second policy} */
    public JsonNode inOrder() {
        return inOrder;
    }

    /** {@return the resource after the second and then the first policy} */
    public JsonNode reversed() {
        return reversed;
    }

    /** {@return what makes {@link #reversed()} of {@link #inOrder()}; empty where the order does not matter} */
    public List<PatchOperation> difference() {
        return difference;
    }
}
