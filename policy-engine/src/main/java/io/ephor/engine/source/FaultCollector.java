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
     * Reports what Kyverno refuses a policy for.
     *
     * @param code the stable name of this kind of fault
     * @param pointer the JSON pointer of the node
     * @param message one line that says what is wrong
     * @param step the step of its checks at which Kyverno says so
     * @param text what it says, to the letter
     */
    default void error(String code, String pointer, String message, AdmissionStep step, String text) {
        report(Fault.error(code, pointer, message).withKyvernoText(step, text));
    }
}
