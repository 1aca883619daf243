package io.ephor.cli;

import io.ephor.CleanupPolicy;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.Severity;
import java.util.ArrayList;
import java.util.List;

/** Loads the policies that a command line names. Not thread-safe, used once. */
final class PolicyFiles {
    /** What the engine says of a document that is no policy at all. */
    private static final String NO_POLICY = "unknown-kind";

    private final PolicyEngine engine;
    private final InputFiles files;
    private final List<Policy> policies = new ArrayList<>();
    private final List<PolicyException> exceptions = new ArrayList<>();
    private final List<CleanupPolicy> cleanups = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private int errors;

    PolicyFiles(PolicyEngine engine, InputFiles files) {
        this.engine = engine;
        this.files = files;
    }

    /**
     * Loads every policy of the files. A file that is named must hold policies, cleanup policies and exceptions, and nothing else; among the files of a
     * folder, documents that are no policies are passed over, because collections keep tests and packaging there.
     */
    LoadedPolicies load(List<String> paths) {
        for (String path : paths) {
            int before = loadedCount();
            int errorsBefore = errors;
            load(path);
            if (loadedCount() == before && errors == errorsBefore) {
                complain("error: `" + files.name(path) + "` holds no policy\n");
            }
        }
        return new LoadedPolicies(policies, exceptions, cleanups, diagnostics, complaints, errors == 0);
    }

    private int loadedCount() {
        return policies.size() + exceptions.size() + cleanups.size();
    }

    private void load(String path) {
        try {
            if (!files.isFolder(path)) {
                loadFile(path, false);
                return;
            }
            for (String file : files.yamlFilesBelow(path)) {
                loadFile(file, true);
            }
        } catch (CommandFault e) {
            complain("error: " + e.text() + "\n");
        }
    }

    private void loadFile(String path, boolean passesOver) {
        LoadResult loaded;
        try {
            loaded = engine.loadAll(files.name(path), files.text(path));
        } catch (CommandFault e) {
            complain("error: " + e.text() + "\n");
            return;
        }
        policies.addAll(loaded.policies());
        exceptions.addAll(loaded.exceptions());
        cleanups.addAll(loaded.cleanupPolicies());
        for (Diagnostic diagnostic : loaded.diagnostics()) {
            if (passesOver && diagnostic.code().equals(NO_POLICY)) {
                complaints.add("note: a document of `" + path + "` is no policy and is passed over\n");
            } else {
                take(diagnostic);
            }
        }
    }

    private void take(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        if (diagnostic.severity() == Severity.ERROR) {
            complain(diagnostic.render());
        } else {
            complaints.add(diagnostic.render());
        }
    }

    private void complain(String complaint) {
        errors++;
        complaints.add(complaint);
    }
}
