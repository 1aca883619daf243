package io.ephor.lookup;

import org.jspecify.annotations.Nullable;

/** Thrown by a lookup that cannot answer. It ends the rule with status error and the message of the exception. */
public class LookupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the answer was refused. */
    private final boolean forbidden;

    /**
     * Creates an exception with the text that the rule result will show.
     *
     * @param message the text that the rule result will show
     */
    public LookupException(String message) {
        this(message, null, false);
    }

    /**
     * Creates an exception with the text that the rule result will show, and what caused it.
     *
     * @param message the text that the rule result will show
     * @param cause what kept the lookup from answering
     */
    public LookupException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private LookupException(String message, @Nullable Throwable cause, boolean forbidden) {
        super(message, cause);
        this.forbidden = forbidden;
    }

    /**
     * {@return an exception for an answer that was refused, as by the status codes 401 and 403}
     *
     * @param message the text that the rule result will show
     */
    public static LookupException forbidden(String message) {
        return new LookupException(message, null, true);
    }

    /** {@return whether the answer was refused, rather than not available} */
    public boolean isForbidden() {
        return forbidden;
    }
}
