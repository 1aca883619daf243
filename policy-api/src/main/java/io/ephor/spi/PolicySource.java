package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.values.SourceRange;
import java.util.List;

/**
 * A document that is being compiled: its value, its places and where faults are reported. Used by one thread, during
 * one compilation.
 */
public interface PolicySource {
    /** {@return the document; it must not be written to} */
    JsonNode document();

    /**
     * {@return the place of a node by its JSON pointer; of the nearest parent that exists where it does not}
     *
     * @param pointer the JSON pointer
     */
    SourceRange locate(String pointer);

    /**
     * Reports a fault: the document will be refused.
     *
     * @param code the stable name of this kind of fault
     * @param pointer the JSON pointer of the fault
     * @param message one line: lower-case start, no full stop, user text in backticks
     */
    void error(String code, String pointer, String message);

    /**
     * Reports something that deserves attention but does not stop the document from loading.
     *
     * @param code the stable name of this kind of fault, such as {@code unknown-field}
     * @param pointer the JSON pointer
     * @param message one line that says what is wrong: lower-case start, no full stop, user text in backticks
     */
    void warning(String code, String pointer, String message);

    /** {@return the warnings of this document so far: those that the compiled policy has to show} */
    List<Diagnostic> warnings();
}
