package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * A pattern, or an alternative of {@code anyPattern}, compared with the resource.
 *
 * @param source the place in the policy of the node that decided; of the pattern where all of it matched
 * @param alternative the position in {@code anyPattern}; null for a {@code pattern}
 * @param outcome how the comparison ended
 * @param node the JSON pointer, inside the pattern, of the node that decided; empty where all of it matched
 * @param wanted the node that decided, variables replaced; missing where it cannot be shown
 * @param at the JSON pointer, in the resource, of the value that the node was compared with; null where it is not known,
 *     as for an element that an expression computed
 * @param found that value; missing where the resource has none
 * @param text what was found and what was wanted, in Kyverno's words; empty where all matched
 */
public record PatternStep(
        SourceRange source,
        @Nullable Integer alternative,
        Outcome outcome,
        String node,
        JsonNode wanted,
        @Nullable String at,
        JsonNode found,
        String text)
        implements Step {
    /** How a comparison ended. */
    public enum Outcome {
        /** The resource satisfies the pattern. */
        MATCHED,
        /** An anchor says that the pattern does not concern the resource. */
        SKIPPED,
        /** The resource violates the pattern. */
        MISMATCHED,
        /** The resource does not satisfy the pattern, for which Kyverno names no place: the rule ends in an error. */
        FAILED
    }
}
