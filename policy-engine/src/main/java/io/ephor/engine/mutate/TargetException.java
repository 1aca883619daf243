package io.ephor.engine.mutate;

import org.jspecify.annotations.Nullable;

/** Thrown where the targets of a rule cannot be found. It carries no stack trace. */
final class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TargetException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
