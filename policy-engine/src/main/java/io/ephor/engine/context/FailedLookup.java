package io.ephor.engine.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a lookup ended in an exception, or had no answer. It carries no stack trace: its cause does, which is what
 * the lookup threw, or null.
 */
public final class FailedLookup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    /**
     * Makes an exception for an answer that is of no use, though the lookup threw nothing.
     *
     * @param message what is wrong with it
     */
    public FailedLookup(String message) {
        this(message, false, null);
    }

    FailedLookup(String message, boolean forbidden, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause, false, false);
        this.forbidden = forbidden;
    }

    boolean isForbidden() {
        return forbidden;
    }

    /** {@return the message, which is never null} */
    public String text() {
        return Objects.requireNonNull(getMessage());
    }
}
