package io.ephor.engine.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.UnmetCondition;
import io.ephor.spi.PolicySource;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The places of what decides in the document of a cleanup policy. Immutable and thread-safe.
 *
 * @param policy the policy
 * @param namespace its namespace
 * @param match what is matched
 * @param exclude what is excluded
 * @param conditions the conditions
 * @param any the conditions of which one must hold
 * @param all each of the conditions that must hold
 */
record CleanupPlaces(
        SourceRange policy,
        SourceRange namespace,
        SourceRange match,
        SourceRange exclude,
        SourceRange conditions,
        SourceRange any,
        List<SourceRange> all) {
    static CleanupPlaces of(JsonNode spec, PolicySource source) {
        List<SourceRange> all = new ArrayList<>();
        for (int i = 0; i < spec.path("conditions").path("all").size(); i++) {
            all.add(source.locate("/spec/conditions/all/" + i));
        }
        return new CleanupPlaces(
                source.locate(""),
                source.locate("/metadata/namespace"),
                source.locate("/spec/match"),
                source.locate("/spec/exclude"),
                source.locate("/spec/conditions"),
                source.locate("/spec/conditions/any"),
                List.copyOf(all));
    }

    SourceRange of(UnmetCondition unmet) {
        return unmet.isWholeAny() ? any : all.get(unmet.index());
    }
}
