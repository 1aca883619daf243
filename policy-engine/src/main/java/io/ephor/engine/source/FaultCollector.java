package io.ephor.engine.source;

import io.ephor.values.SourceRange;

/** Where readers and compilers report what they find in one document. Used by one thread, during one load. */
public interface FaultCollector {
    /** Reports a fault or a warning. */
    void report(Fault fault);

    /** {@return the place of a node by its JSON pointer; of the nearest parent that exists where it does not} */
    SourceRange locate(String pointer);

    /**
     * Takes what Kyverno says where it refuses the document for something that is reported as another fault.
     *
     * @param text what it says
     * @param pointer the JSON pointer of the node
     */
    default void refuse(KyvernoText text, String pointer) {}

    /**
     * {@return whether the text of the document may hold a word; false only where it certainly does not}
     *
     * @param word a word of letters
     */
    default boolean mayHold(String word) {
        return true;
    }
}
