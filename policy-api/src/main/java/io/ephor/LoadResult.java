package io.ephor;

import java.util.List;

/** What came out of a text with any number of policies, policy exceptions and cleanup policies. Immutable and thread-safe. */
public final class LoadResult {
    private final List<Policy> policies;
    private final List<PolicyException> exceptions;
    private final List<CleanupPolicy> cleanupPolicies;
    private final List<Diagnostic> diagnostics;

    /**
     * Creates a result of what could be loaded and everything that was found, sorted by place.
     *
     * @param policies the policies in the order of the text
     * @param exceptions the policy exceptions in the order of the text
     * @param cleanupPolicies the cleanup policies in the order of the text
     * @param diagnostics the faults and warnings, sorted by place
     */
    public LoadResult(
            List<Policy> policies,
            List<PolicyException> exceptions,
            List<CleanupPolicy> cleanupPolicies,
            List<Diagnostic> diagnostics) {
        this.policies = List.copyOf(policies);
        this.exceptions = List.copyOf(exceptions);
        this.cleanupPolicies = List.copyOf(cleanupPolicies);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** {@return the policies that could be loaded, in the order of the text} */
    public List<Policy> policies() {
        return policies;
    }

    /** {@return the policy exceptions that could be loaded, in the order of the text} */
    public List<PolicyException> exceptions() {
        return exceptions;
    }

    /** {@return the cleanup policies that could be loaded, in the order of the text} */
    public List<CleanupPolicy> cleanupPolicies() {
        return cleanupPolicies;
    }

    /** {@return every fault and warning of the text, sorted by place} */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** {@return whether a document of the text was refused} */
    public boolean hasErrors() {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return this result if every document was accepted}
     *
     * @throws InvalidPolicyException if a document was refused
     */
    public LoadResult orThrow() {
        if (hasErrors()) {
            throw new InvalidPolicyException(diagnostics);
        }
        return this;
    }
}
