package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.Severity;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The policies of a test. Immutable.
 *
 * @param loaded those that the engine loaded
 * @param refused those that it refused
 * @param exceptions the exceptions from them
 */
record TestPolicies(List<Policy> loaded, List<RefusedPolicy> refused, TestExceptions exceptions) {
    static final TestPolicies NONE = new TestPolicies(List.of(), List.of(), TestExceptions.NONE);

    TestPolicies {
        loaded = List.copyOf(loaded);
        refused = List.copyOf(refused);
    }

    static TestPolicies load(PolicyEngine engine, TestManifest manifest, TestFiles files, Faults faults) {
        List<Policy> loaded = new ArrayList<>();
        List<RefusedPolicy> refused = new ArrayList<>();
        List<String> paths = manifest.inputs().policies();
        for (int i = 0; i < paths.size(); i++) {
            for (TestFiles.TextFile file : files.readAll(paths.get(i), manifest.locate("/policies/" + i))) {
                LoadResult result = engine.loadAll(file.path().toString(), file.text());
                loaded.addAll(result.policies());
                faults.addAll(result.diagnostics());
                if (result.hasErrors()) {
                    refused.addAll(refused(file, result.diagnostics()));
                }
            }
        }
        return new TestPolicies(loaded, refused, TestExceptions.load(engine, manifest, files, faults));
    }

    /** Returns the features for want of which nothing can be told of what a policy says. */
    Set<String> missingFeatures(String policy) {
        Set<String> features = new TreeSet<>();
        for (RefusedPolicy other : refused) {
            if (other.name().equals(policy)) {
                features.addAll(other.missingFeatures());
            }
        }
        features.addAll(exceptions.missing().getOrDefault(policy, Set.of()));
        return features;
    }

    private static List<RefusedPolicy> refused(TestFiles.TextFile file, List<Diagnostic> diagnostics) {
        List<RefusedPolicy> refused = new ArrayList<>();
        for (SourceDocument document : SourceDocument.all(file.path().toString(), file.text())) {
            List<Diagnostic> own = diagnostics.stream()
                    .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                    .filter(diagnostic -> document.contains(diagnostic.range()))
                    .toList();
            JsonNode items = document.value().path("items");
            if (!items.isArray() || !Names.text(document.value().path("kind")).equals("List")) {
                add(refused, document.value(), own);
                continue;
            }
            for (int i = 0; i < items.size(); i++) {
                SourceRange item = document.locate("/items/" + i);
                add(
                        refused,
                        items.get(i),
                        own.stream().filter(fault -> isIn(item, fault.range())).toList());
            }
        }
        return refused;
    }

    private static boolean isIn(SourceRange all, SourceRange part) {
        boolean started = part.line() > all.line() || (part.line() == all.line() && part.column() >= all.column());
        boolean ended =
                part.line() > all.endLine() || (part.line() == all.endLine() && part.column() > all.endColumn());
        return started && !ended;
    }

    private static void add(List<RefusedPolicy> refused, JsonNode policy, List<Diagnostic> faults) {
        if (!faults.isEmpty()) {
            refused.add(new RefusedPolicy(
                    Names.text(policy.path("kind")),
                    Names.text(policy.path("metadata").path("name")),
                    faults));
        }
    }
}
