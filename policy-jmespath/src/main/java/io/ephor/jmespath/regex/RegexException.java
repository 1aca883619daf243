package io.ephor.jmespath.regex;

import java.util.Objects;

/**
 * Thrown when a text is no regular expression, with Go's text of the error, or when an expression goes over a limit. It
 * has no stack trace.
 */
public final class RegexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean limit;

    private RegexException(String message, boolean limit) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
        this.limit = limit;
    }

    static RegexException syntax(String error, String part) {
        return new RegexException("error parsing regexp: " + error + ": `" + part + "`", false);
    }

    static RegexException limit(String message) {
        return new RegexException(message, true);
    }

    /** Says whether the expression goes over a limit of this library, rather than being wrong. */
    public boolean isLimit() {
        return limit;
    }
}
