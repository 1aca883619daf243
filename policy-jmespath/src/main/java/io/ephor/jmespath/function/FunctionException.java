package io.ephor.jmespath.function;

import java.util.Objects;

/**
 * Thrown by a function that has no result. Its message is the text of the error; the call adds the place in the
 * expression. It has no stack trace, since it says all there is to say.
 */
public final class FunctionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    public FunctionException(String message) {
        this(message, false);
    }

    private FunctionException(String message, boolean limit) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
        this.limit = limit;
    }

    /** Returns the error of a result that would be too large. */
    public static FunctionException limit(String message) {
        return new FunctionException(message, true);
    }

    /** Returns the error with the prefix that Kyverno gives the errors of its own functions. */
    public static FunctionException of(String function, String message) {
        return new FunctionException("JMESPath function '" + function + "': " + message);
    }

    /** Says whether the result would go over a limit. */
    public boolean isLimit() {
        return limit;
    }
}
