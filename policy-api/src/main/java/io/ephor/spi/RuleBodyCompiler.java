package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a validate rule body that another module brings, such as {@code cel}. Implementations are immutable and
 * thread-safe.
 */
public interface RuleBodyCompiler {
    /** {@return the field of {@code validate} under which the body stands} */
    String field();

    /**
     * Compiles the body of one rule.
     *
     * @param body the value of the field
     * @param pointer the JSON pointer of the body in the document
     * @param source the document, for places and faults
     * @return the body, or null if faults were reported to the source
     */
    @Nullable
    RuleBody compile(JsonNode body, String pointer, PolicySource source);
}
