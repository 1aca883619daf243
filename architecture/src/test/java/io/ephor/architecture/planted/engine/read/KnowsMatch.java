package io.ephor.architecture.planted.engine.read;

import io.ephor.architecture.planted.engine.match.KnowsRead;

/** Half of a circle. */
public final class KnowsMatch {
    private KnowsMatch() {}

    /** {@return a text} */
    public static String name() {
        return KnowsRead.name();
    }
}
