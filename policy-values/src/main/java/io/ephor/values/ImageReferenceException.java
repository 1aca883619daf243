package io.ephor.values;

import java.io.Serial;
import java.util.Objects;

/** Thrown when a text is no reference to an image; the message is Kyverno's. It has no stack trace. */
public final class ImageReferenceException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ImageReferenceException(String message) {
        super(Objects.requireNonNull(message, "message"), null, false, false);
    }
}
