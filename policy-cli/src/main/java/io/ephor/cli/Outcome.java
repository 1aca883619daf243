package io.ephor.cli;

import io.ephor.Diagnostic;
import java.util.List;

/**
 * How a command line ended. Immutable.
 *
 * @param exitCode the exit code for the process
 * @param diagnostics what was found while loading policies, in the order in which it was printed
 */
public record Outcome(int exitCode, List<Diagnostic> diagnostics) {
    /**
     * Copies the list.
     *
     * @param exitCode the exit code for the process
     * @param diagnostics what was found while loading policies, in the order in which it was printed
     */
    public Outcome {
        diagnostics = List.copyOf(diagnostics);
    }

    static Outcome exit(int exitCode) {
        return new Outcome(exitCode, List.of());
    }
}
