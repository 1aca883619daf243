package io.ephor.engine.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown when a lookup ended in an exception. It carries no stack trace: its cause does. */
final class FailedLookup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    FailedLookup(String message, boolean forbidden, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause, false, false);
        this.forbidden = forbidden;
    }

    boolean isForbidden() {
        return forbidden;
    }

    /** Returns the message, which is never null. */
    String text() {
        return Objects.requireNonNull(getMessage());
    }
}
