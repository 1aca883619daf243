package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.patches.operations.CompiledPatch;
import io.ephor.patches.operations.OperationFault;
import io.ephor.values.PatchOperation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Patch (RFC 6902, {@code patchesJson6902}) as Kyverno reads and applies it, parsed once and applied many times.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * JsonPatchDocument patch = JsonPatchDocument.parse("""
 *     - {op: add, path: /metadata/labels/team, value: payments}
 *     """);
 * if (patch.apply(pod) instanceof PatchOutcome.Patched patched) {
 *     return patched.document();
 * }
 * }</pre>
 *
 * <p>Beyond the RFC, an index may be negative and counts from the end, removing what is not there is no fault, and adding
 * creates the maps and lists on the way. A {@code test} compares numbers by their digits: {@code 1} is not {@code 1.0}.
 * Whether a patch changes anything is decided as Kyverno does, by the characters of the document: removing a field and
 * adding it again is a change, unless it is the last one.
 *
 * <p>No document is written to; what does not change is shared. Every method may be handed anything: a patch that is no
 * patch, or goes over a limit, ends in {@link PatchOutcome.Failed}.
 *
 * <p>Kyverno: {@code pkg/engine/mutate/patch/patchJSON6902.go}, evanphx/json-patch {@code v5/patch.go}
 */
public final class JsonPatchDocument {
    /** How many maps and lists of a patch may stand inside each other. */
    public static final int MAXIMUM_DEPTH = 500;

    private final @Nullable CompiledPatch patch;
    private final String fault;

    private JsonPatchDocument(@Nullable CompiledPatch patch, String fault) {
        this.patch = patch;
        this.fault = fault;
    }

    /**
     * Parses a patch and checks all of its operations.
     *
     * @param text the patch: JSON where it starts with a bracket, else YAML; a text without content has no operations
     * @return the patch; one that cannot be read says so when it is applied
     */
    public static JsonPatchDocument parse(String text) {
        Objects.requireNonNull(text, "text");
        try {
            return new JsonPatchDocument(CompiledPatch.read(text, MAXIMUM_DEPTH), "");
        } catch (OperationFault e) {
            return new JsonPatchDocument(null, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the operations; none where the patch cannot be read} */
    public List<PatchOperation> operations() {
        return patch == null ? List.of() : patch.operations();
    }

    /**
     * Applies the patch. The operations are applied in order; the first that does not apply ends it, and nothing is kept.
     *
     * @param document the document, an object or a list
     * @return what became of it
     */
    public PatchOutcome apply(JsonNode document) {
        Objects.requireNonNull(document, "document");
        if (patch == null) {
            return PatchOutcome.Failed.of(fault);
        }
        if (!document.isContainerNode()) {
            return PatchOutcome.Failed.of("the document is neither an object nor a list");
        }
        try {
            JsonNode result = patch.apply(document);
            return result == null ? PatchOutcome.Unchanged.INSTANCE : new PatchOutcome.Patched(result);
        } catch (OperationFault e) {
            return PatchOutcome.Failed.of(String.valueOf(e.getMessage()));
        }
    }
}
