package io.ephor;

import java.util.List;

/** What came out of a text with any number of policies. Immutable and thread-safe. */
public final class LoadResult {
    private final List<Policy> policies;
    private final List<Diagnostic> diagnostics;

    /**
     * Creates a result of the policies that could be loaded and everything that was found, sorted by place.
     *
     * @param policies the policies in the order of the text
     * @param diagnostics the faults and warnings, sorted by place
     */
    public LoadResult(List<Policy> policies, List<Diagnostic> diagnostics) {
        this.policies = List.copyOf(policies);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** {@return the policies that could be loaded, in the order of the text} */
    public List<Policy> policies() {
        return policies;
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
     * {@return the policies if every document was accepted}
     *
     * @throws InvalidPolicyException if a document was refused
     */
    public List<Policy> orThrow() {
        if (hasErrors()) {
            throw new InvalidPolicyException(diagnostics);
        }
        return policies;
    }
}
