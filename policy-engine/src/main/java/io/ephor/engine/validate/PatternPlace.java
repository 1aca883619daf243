package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.PatternStep;
import io.ephor.patterns.PatternDecision;
import io.ephor.patterns.PatternMatch;
import io.ephor.values.SourceRange;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns the step of a comparison.
     *
     * @param alternative the position in {@code anyPattern}, or null
     * @param tree the pattern that was compared, variables replaced
     * @param value what it was compared with
     */
    PatternStep step(
            @Nullable Integer alternative, PatternDecision decision, JsonNode tree, JsonNode value, Trail trail) {
        String inPattern = decision.patternPointer();
        PatternMatch match = decision.match();
        return new PatternStep(
                of(alternative == null ? inPattern : "/" + alternative + inPattern),
                alternative,
                outcome(match),
                inPattern,
                tree.at(inPattern),
                trail.inResource(decision.pointer()),
                value.at(decision.pointer()),
                text(match));
    }

    private static PatternStep.Outcome outcome(PatternMatch match) {
        if (match instanceof PatternMatch.Matched) {
            return PatternStep.Outcome.MATCHED;
        }
        if (match instanceof PatternMatch.Skipped) {
            return PatternStep.Outcome.SKIPPED;
        }
        return match instanceof PatternMatch.Failed ? PatternStep.Outcome.FAILED : PatternStep.Outcome.MISMATCHED;
    }

    private static String text(PatternMatch match) {
        if (match instanceof PatternMatch.Skipped skipped) {
            return skipped.text();
        }
        if (match instanceof PatternMatch.Mismatched mismatched) {
            return mismatched.text();
        }
        return match instanceof PatternMatch.Failed failed ? failed.text() : "";
    }
}
