package io.ephor.conformance;

import io.ephor.test.RefusedPolicy;
import io.ephor.test.TestReport;
import java.util.Set;
import java.util.TreeSet;

/**
 * Changes that a test needs and that could not be made: the policies of a test that change a resource do so before the
 * others judge it. Where such a policy was refused for want of a feature, the others see another resource than they
 * should, and a different answer of theirs is for want of that feature.
 */
final class UnseenChanges {
    private static final Set<String> CHANGING = Set.of("mutate", "verifyImages", "MutatingPolicy");

    private UnseenChanges() {}

    /** Returns the features that were missing; empty where every policy that changes resources was loaded. */
    static Set<String> missingFeatures(TestReport report) {
        Set<String> features = new TreeSet<>();
        for (RefusedPolicy policy : report.refused()) {
            Set<String> missing = policy.missingFeatures();
            if (missing.stream().anyMatch(CHANGING::contains)) {
                features.addAll(missing);
            }
        }
        return features;
    }
}
