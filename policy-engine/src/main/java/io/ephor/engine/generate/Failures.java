package io.ephor.engine.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong with the elements of a loop, of which the others are made nevertheless. Confined to one thread. */
final class Failures {
    private static final int MOST = 1_000;

    private final List<String> texts = new ArrayList<>();
    private @Nullable Throwable cause;
    private boolean last;

    /** Takes a failure; false where no further element is to be tried. */
    boolean add(GenerationFailure failure) {
        texts.add(failure.text());
        cause = cause == null ? failure.cause() : cause;
        last |= failure.last();
        if (!last && texts.size() == MOST) {
            texts.add("a loop with more than " + MOST + " failures goes no further (limit failures)");
            last = true;
        }
        return !last;
    }

    /** Returns all of them as one; null where there is none. */
    @Nullable
    GenerationFailure joined() {
        return texts.isEmpty() ? null : new GenerationFailure(String.join("; ", texts), cause, last);
    }
}
