package io.ephor.jmespath;

import java.util.Objects;

/**
 * Thrown when an expression cannot be compiled, or when a search ends in an error. It carries Kyverno's text, a code and
 * a place in the expression; it has no stack trace, since it says all there is to say.
 */
public final class JmesPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of error it is. */
    public enum Code {
        /** The text is no expression. */
        SYNTAX,
        /** The expression goes over a limit, or its result would. */
        LIMIT,
        /** A key is missing where it must be present. */
        UNKNOWN_KEY,
        /** A function is not known, or has other arguments. */
        FUNCTION,
        /** An operation ended in an error. */
        EVALUATION
    }

    /** What kind of error it is. */
    private final Code code;

    /** Where in the expression the error is. */
    private final int position;

    /**
     * Creates an error.
     *
     * @param code what kind of error it is
     * @param message Kyverno's text of the error
     * @param position where in the expression it is, in characters from its start; -1 for no single place
     */
    public JmesPathException(Code code, String message, int position) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
        this.code = Objects.requireNonNull(code, "code");
        this.position = position;
    }

    /** {@return what kind of error it is} */
    public Code code() {
        return code;
    }

    /** {@return where in the expression the error is, in characters from its start; -1 where no single place is at fault} */
    public int position() {
        return position;
    }
}
