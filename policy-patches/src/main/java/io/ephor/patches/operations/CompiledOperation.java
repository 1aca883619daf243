package io.ephor.patches.operations;

import io.ephor.values.PatchOperation;
import org.jspecify.annotations.Nullable;

/**
 * An operation, ready to be applied. Immutable.
 *
 * @param operation the operation
 * @param path its path
 * @param from what it reads, null where it reads nothing
 * @param value its value as it is written, null where it has none
 */
record CompiledOperation(
        PatchOperation operation,
        Pointer path,
        @Nullable Pointer from,
        @Nullable Written value) {}
