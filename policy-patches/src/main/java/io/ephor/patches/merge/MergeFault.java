package io.ephor.patches.merge;

import java.io.Serial;

/** Says that a patch cannot be applied. Carries no stack trace, since it tells about a patch and not about a program. */
public final class MergeFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    MergeFault(String message) {
        super(message, null, false, false);
    }

    /** A node of one kind stands where the reference wants another. */
    static MergeFault wrongKind(String expected, String actual, String contents) {
        return new MergeFault("wrong node kind: expected " + expected + " but got " + actual + ": node contents:\n"
                + contents + "\n");
    }
}
