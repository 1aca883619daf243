package io.ephor.lookup;

/** Thrown by a lookup that cannot answer. It ends the rule with status error and the message of the exception. */
public class LookupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with the text that the rule result will show.
     *
     * @param message the text that the rule result will show
     */
    public LookupException(String message) {
        super(message);
    }

    /**
     * Creates an exception with the text that the rule result will show, and what caused it.
     *
     * @param message the text that the rule result will show
     * @param cause what kept the lookup from answering
     */
    public LookupException(String message, Throwable cause) {
        super(message, cause);
    }
}
