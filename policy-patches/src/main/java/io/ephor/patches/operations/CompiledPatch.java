package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.PatchOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of a JSON Patch, read once. Its methods throw {@link OperationFault}. Immutable and thread-safe. */
public final class CompiledPatch {
    private final List<CompiledOperation> operations;

    private CompiledPatch(List<CompiledOperation> operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch.
     *
     * @param text the patch, as JSON where it starts with a bracket, else as YAML
     * @param depth how many maps and lists may stand inside each other
     * @return the patch
     * @throws OperationFault if the text is no patch
     */
    public static CompiledPatch read(String text, int depth) {
        return new CompiledPatch(new OperationReader(depth).read(text));
    }

    /** {@return the operations} */
    public List<PatchOperation> operations() {
        return operations.stream().map(CompiledOperation::operation).toList();
    }

    /**
     * Applies the patch.
     *
     * @param document an object or a list
     * @return the changed document; null where nothing changes
     * @throws OperationFault if an operation does not apply
     */
    public @Nullable JsonNode apply(JsonNode document) {
        return Application.apply(operations, document);
    }
}
