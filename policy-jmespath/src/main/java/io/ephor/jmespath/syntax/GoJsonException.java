package io.ephor.jmespath.syntax;

import java.util.Objects;

/** Thrown when a text is not JSON, or holds a number that is none; the message is Go's. It has no stack trace. */
public final class GoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean syntax;

    private GoJsonException(String message, boolean syntax) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
        this.syntax = syntax;
    }

    GoJsonException(String message) {
        this(message, true);
    }

    /** The error of a JSON text with a number that is too large for a float64. */
    static GoJsonException ofNumber(String number) {
        return new GoJsonException("json: cannot unmarshal number " + number + " into Go value of type float64", false);
    }

    /** {@return whether the text is not JSON; false where it is, but with a number too large for a float64} */
    public boolean isSyntax() {
        return syntax;
    }
}
