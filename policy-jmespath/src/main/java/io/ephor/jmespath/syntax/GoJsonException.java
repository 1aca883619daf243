package io.ephor.jmespath.syntax;

import java.util.Objects;

/** Thrown when a text is not JSON; the message is Go's. It has no stack trace. */
public final class GoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoJsonException(String message) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
    }
}
