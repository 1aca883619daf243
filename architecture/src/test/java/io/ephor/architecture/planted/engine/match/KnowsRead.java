package io.ephor.architecture.planted.engine.match;

import io.ephor.architecture.planted.engine.read.KnowsMatch;

/** The other half of the circle. */
public final class KnowsRead {
    private KnowsRead() {}

    /** {@return a text} */
    public static String name() {
        return KnowsMatch.class.getName();
    }
}
