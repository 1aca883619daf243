package io.ephor.engine.conditions;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when conditions have no answer. Its message is the text that Kyverno shows for it; it has no stack trace, since
 * it says all there is to say.
 */
public final class ConditionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an error.
     *
     * @param message Kyverno's text of the error
     * @param cause the substitution that failed, or null where none did
     */
    public ConditionException(String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause, false, false);
    }
}
