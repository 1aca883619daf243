package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An entry of {@code known-differences.yaml}: cases in which Ephor differs from the reference, and why. Immutable.
 *
 * @param suite the suite of the cases
 * @param when what holds for the content of every such case, and of no other
 * @param reason why the difference is accepted
 */
record KnownDifference(String suite, List<ContentTest> when, String reason) {
    KnownDifference {
        when = List.copyOf(when);
    }

    boolean covers(JsonNode content) {
        for (ContentTest test : when) {
            if (!test.holds(content)) {
                return false;
            }
        }
        return true;
    }
}
