package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a JSON Patch (RFC 6902). Immutable as long as nobody writes to {@link #value()}.
 *
 * @param kind what is done
 * @param path the JSON pointer at which it is done
 * @param from the JSON pointer that {@link Kind#MOVE} and {@link Kind#COPY} read, null for all others
 * @param value the value that {@link Kind#ADD}, {@link Kind#REPLACE} and {@link Kind#TEST} use, null for all others
 */
public record PatchOperation(
        Kind kind,
        String path,
        @Nullable String from,
        @Nullable JsonNode value) {
    /** The operations of RFC 6902. */
    public enum Kind {
        /** Puts a value at the path. */
        ADD,
        /** Takes away what is at the path. */
        REMOVE,
        /** Puts a value in the place of what is at the path. */
        REPLACE,
        /** Takes away what is at {@code from} and puts it at the path. */
        MOVE,
        /** Puts a copy of what is at {@code from} at the path. */
        COPY,
        /** Demands that the value is at the path. */
        TEST
    }

    /**
     * Checks that the operation has what its kind needs.
     *
     * @param kind what is done
     * @param path the JSON pointer at which it is done
     * @param from the JSON pointer that {@link Kind#MOVE} and {@link Kind#COPY} read, null for all others
     * @param value the value that {@link Kind#ADD}, {@link Kind#REPLACE} and {@link Kind#TEST} use, null for all others
     */
    public PatchOperation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        boolean needsFrom = kind == Kind.MOVE || kind == Kind.COPY;
        if (needsFrom != (from != null)) {
            throw new IllegalArgumentException(kind + (needsFrom ? " needs `from`" : " takes no `from`"));
        }
        boolean needsValue = kind == Kind.ADD || kind == Kind.REPLACE || kind == Kind.TEST;
        if (needsValue != (value != null)) {
            throw new IllegalArgumentException(kind + (needsValue ? " needs a value" : " takes no value"));
        }
    }
}
