package io.ephor.engine.variables;

import io.ephor.jmespath.JmesPathException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a query has no value. Its message is the text that Kyverno shows for it; it has no stack trace, since it
 * says all there is to say.
 */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a query has no value. */
    public enum Reason {
        /** The text is no expression. */
        INVALID,
        /** The expression names a key that is not there. */
        UNKNOWN_KEY,
        /** The expression ends in another error. */
        EVALUATION,
        /** A context entry that the expression mentions could not be loaded. */
        LOAD
    }

    private final Reason reason;

    public QueryException(Reason reason, String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause, false, false);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the message, which is never null. */
    public String text() {
        return Objects.requireNonNull(getMessage());
    }

    /** Returns the message of the expression language alone, without Kyverno's words for a query of the context. */
    public String bareText() {
        return getCause() instanceof JmesPathException fault ? Objects.requireNonNull(fault.getMessage()) : text();
    }
}
