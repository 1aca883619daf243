package io.ephor.cli;

import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.Policy;
import io.ephor.PolicyException;
import java.util.List;

/**
 * The policies of a command line. Immutable.
 *
 * @param policies those that could be loaded, in the order in which they were named
 * @param exceptions the policy exceptions among them
 * @param cleanups the cleanup policies among them
 * @param diagnostics what the engine found in the files
 * @param complaints what to print about the files, in order, each with its line end
 * @param complete whether every policy that was named could be loaded
 */
record LoadedPolicies(
        List<Policy> policies,
        List<PolicyException> exceptions,
        List<CleanupPolicy> cleanups,
        List<Diagnostic> diagnostics,
        List<String> complaints,
        boolean complete) {
    LoadedPolicies {
        policies = List.copyOf(policies);
        exceptions = List.copyOf(exceptions);
        cleanups = List.copyOf(cleanups);
        diagnostics = List.copyOf(diagnostics);
        complaints = List.copyOf(complaints);
    }

    /** Returns how many rules are evaluated, those that autogen derives included; a cleanup policy counts as one. */
    int ruleCount() {
        int count = cleanups.size();
        for (Policy policy : policies) {
            count += policy.ruleCount();
        }
        return count;
    }
}
