package io.ephor.engine.source;

import io.ephor.values.SourceRange;

/** Where readers and compilers report what they find in one document. Used by one thread, during one load. */
public interface FaultCollector {
    /** Reports a fault or a warning. */
    void report(Fault fault);

    /** {@return the place of a node by its JSON pointer; of the nearest parent that exists where it does not} */
    SourceRange locate(String pointer);
}
