package io.ephor.patches.operations;

import java.io.Serial;

/** Says that a JSON Patch cannot be read or applied. Carries no stack trace, since it tells about a patch and not about a program. */
public final class OperationFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    static final String MISSING = ": missing value";
    static final String INVALID = "invalid state detected";

    OperationFault(String message) {
        super(message, null, false, false);
    }
}
