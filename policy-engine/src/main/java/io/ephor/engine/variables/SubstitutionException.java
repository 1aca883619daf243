package io.ephor.engine.variables;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a template has no value: a variable or reference could not be resolved, or a limit was reached. Its message
 * is the text that Kyverno shows for it; it has no stack trace, since it says all there is to say.
 */
public final class SubstitutionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where in the tree it happened. */
    private final String pointer;

    /**
     * Creates an error.
     *
     * @param message Kyverno's text of the error
     * @param pointer the JSON pointer of the text at fault in the tree that was compiled
     * @param cause the query that had no value, or null where no query is at fault
     */
    public SubstitutionException(String message, String pointer, @Nullable QueryException cause) {
        super(Objects.requireNonNull(message, "message"), cause, false, false);
        this.pointer = Objects.requireNonNull(pointer, "pointer");
    }

    /** {@return the JSON pointer of the text at fault in the tree that was compiled; of the parent where it is a key} */
    public String pointer() {
        return pointer;
    }

    /** {@return the message, which is never null} */
    public String text() {
        return Objects.requireNonNull(getMessage());
    }

    /** {@return whether all that is wrong is a key that is not there} */
    public boolean isUnknownKey() {
        return getCause() instanceof QueryException query && query.reason() == QueryException.Reason.UNKNOWN_KEY;
    }
}
