package io.ephor.cli;

import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.Severity;
import io.ephor.values.SourceRange;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the policy exceptions of a command line. Not thread-safe, used once.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go, exception/load.go
 */
final class ExceptionFiles {
    /** What the engine says of a document that is neither policy nor exception. */
    private static final String OTHER_KIND = "unknown-kind";

    private final PolicyEngine engine;
    private final InputFiles files;
    private final PrintStream err;
    private final List<PolicyException> exceptions = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean complete = true;

    /** Creates a collection without exceptions; faults of files are told on a stream. */
    ExceptionFiles(PolicyEngine engine, InputFiles files, PrintStream err) {
        this.engine = engine;
        this.files = files;
        this.err = err;
    }

    /**
     * Returns the exceptions that a request wants: those of the files that it names or those among its resources, then
     * those among its policies.
     *
     * @throws CommandFault if a file cannot be read
     */
    List<PolicyException> load(ApplyRequest request, LoadedPolicies loaded) throws CommandFault {
        if (request.exceptionsWithinResources()) {
            loadResources(request);
        } else {
            for (String path : request.exceptions()) {
                loadFile(path);
            }
        }
        if (request.exceptionsWithinPolicies()) {
            exceptions.addAll(loaded.exceptions());
        } else if (!loaded.exceptions().isEmpty()) {
            err.print("warning: exceptions among the policies have no effect without --exceptions-within-policies\n");
        }
        return exceptions;
    }

    private void loadFile(String path) throws CommandFault {
        LoadResult loaded = engine.loadAll(files.name(path), files.text(path));
        exceptions.addAll(loaded.exceptions());
        loaded.diagnostics().forEach(this::take);
        for (Policy policy : loaded.policies()) {
            refuse(policy.source());
        }
        for (CleanupPolicy policy : loaded.cleanupPolicies()) {
            refuse(policy.source());
        }
    }

    private void refuse(SourceRange place) {
        complete = false;
        err.print("error: " + place + ": expected a policy exception, found a policy\n");
    }

    /** Resources are read by others; here only the exceptions among them matter, and what is wrong with those. */
    private void loadResources(ApplyRequest request) throws CommandFault {
        if (!request.exceptions().isEmpty()) {
            err.print("warning: --exception has no effect beside --exceptions-within-resources\n");
        }
        for (String path : request.resources()) {
            for (String file : files.isFolder(path) ? files.yamlFilesOf(path) : List.of(path)) {
                LoadResult loaded = engine.loadAll(files.name(file), files.text(file));
                exceptions.addAll(loaded.exceptions());
                for (Diagnostic diagnostic : loaded.diagnostics()) {
                    if (!diagnostic.code().equals(OTHER_KIND)) {
                        take(diagnostic);
                    }
                }
            }
        }
    }

    private void take(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        complete &= diagnostic.severity() != Severity.ERROR;
        err.print(diagnostic.render());
    }

    /** Says whether every exception could be loaded. */
    boolean complete() {
        return complete;
    }

    /** Returns what the engine found in the files. */
    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
