package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonpatch.JsonPatch;
import io.ephor.values.PatchOperation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A JSON Patch (RFC 6902) as a list of operations, which may be had as JSON and as the type of the json-patch library.
 * Immutable and thread-safe, as long as nobody writes to the values of its operations.
 *
 * <pre>{@code
 * List<PatchOperation> operations = DocumentPatch.between(before, after).operations();
 * }</pre>
 */
public final class DocumentPatch {
    private final List<PatchOperation> operations;

    private DocumentPatch(List<PatchOperation> operations) {
        this.operations = operations;
    }

    /**
     * Wraps operations.
     *
     * @param operations the operations, in their order
     * @return the patch
     */
    public static DocumentPatch of(List<PatchOperation> operations) {
        return new DocumentPatch(List.copyOf(operations));
    }

    /**
     * Returns what has to be done to one document to get another. Fields are compared one by one; lists without what is the
     * same at their beginnings and ends. What the two documents share is not looked at, and numbers of the same value are
     * the same.
     *
     * @param before the one document
     * @param after the other document
     * @return the patch, which has no operations where the documents are the same
     */
    public static DocumentPatch between(JsonNode before, JsonNode after) {
        return new DocumentPatch(Difference.between(before, after));
    }

    /** {@return the operations, in their order; unmodifiable} */
    public List<PatchOperation> operations() {
        return operations;
    }

    /** {@return the patch as JSON: a new list of objects with {@code op}, {@code path} and what else they need} */
    public JsonNode toJson() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(operations.size());
        for (PatchOperation operation : operations) {
            ObjectNode object = list.addObject();
            object.put("op", operation.kind().name().toLowerCase(Locale.ROOT));
            object.put("path", operation.path());
            if (operation.from() != null) {
                object.put("from", operation.from());
            }
            if (operation.value() != null) {
                object.set("value", operation.value());
            }
        }
        return list;
    }

    /**
     * Returns the patch for programs that use the json-patch library.
     *
     * @return the patch
     * @throws IllegalStateException if a path is no JSON pointer
     */
    public JsonPatch toJsonPatch() {
        try {
            return JsonPatch.fromJson(toJson());
        } catch (IOException e) {
            throw new IllegalStateException("a path is no JSON pointer", e);
        }
    }
}
