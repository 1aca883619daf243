package io.ephor;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a policy cannot be loaded. It lists every fault that was found, sorted by place. */
public final class InvalidPolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * Creates an exception whose message is the rendered faults.
     *
     * @param diagnostics the faults and warnings, sorted by place
     */
    public InvalidPolicyException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** {@return every fault and warning of the text, sorted by place} */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
