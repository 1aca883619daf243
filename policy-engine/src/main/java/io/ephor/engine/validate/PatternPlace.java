package io.ephor.engine.validate;

import io.ephor.values.SourceRange;
import java.util.function.Function;

/**
 * Where a pattern stands in the document of its policy.
 *
 * @param pointer the JSON pointer of the pattern as written
 * @param wrapper the JSON pointer, inside a pattern that autogen derived, of the pattern as written; empty where the
 *     pattern is as written
 * @param document finds the place of a JSON pointer
 */
record PatternPlace(String pointer, String wrapper, Function<String, SourceRange> document) {
    /** Returns the place of a node of the pattern; of the whole pattern for a node that autogen added around it. */
    SourceRange of(String patternPointer) {
        return document.apply(
                patternPointer.startsWith(wrapper) ? pointer + patternPointer.substring(wrapper.length()) : pointer);
    }
}
