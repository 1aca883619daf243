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
    /** Returns the document; it must not be written to. */
    JsonNode document();

    /** Returns the place of a node by its JSON pointer; of the nearest parent that exists where it does not. */
    SourceRange locate(String pointer);

    /**
     * Reports a fault: the document will be refused.
     *
     * @param code the stable name of this kind of fault
     * @param pointer the JSON pointer of the fault
     * @param message one line: lower-case start, no full stop, user text in backticks
     */
    void error(String code, String pointer, String message);

    /** Reports something that deserves attention but does not stop the document from loading. */
    void warning(String code, String pointer, String message);

    /** Returns the warnings of this document so far: those that the compiled policy has to show. */
    List<Diagnostic> warnings();
}
