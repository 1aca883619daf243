package io.ephor.engine.source;

import io.ephor.values.SourceRange;

/** Where the nodes of a document stand in its text. Immutable and thread-safe. */
public interface SourcePlaces {
    /** {@return the place of a node by its JSON pointer; of the nearest parent that exists where it does not} */
    SourceRange locate(String pointer);

    /** {@return a line of the text by its number from 1; empty where there is no such line} */
    String line(int number);
}
