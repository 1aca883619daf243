package io.ephor.test;

import io.ephor.Diagnostic;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A policy of a test that the engine did not load. Immutable.
 *
 * @param kind the kind as written
 * @param name the name of the policy
 * @param diagnostics why it was refused
 */
public record RefusedPolicy(String kind, String name, List<Diagnostic> diagnostics) {
    /**
     * Copies the list.
     *
     * @param kind the kind as written
     * @param name the name of the policy
     * @param diagnostics why it was refused
     */
    public RefusedPolicy {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * {@return the names of the features that the engine does not have and for which alone the policy was refused; empty
     * where there is anything else wrong with it}
     */
    public Set<String> missingFeatures() {
        Set<String> features = new TreeSet<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.feature() == null) {
                return Set.of();
            }
            features.add(diagnostic.feature());
        }
        return features;
    }
}
