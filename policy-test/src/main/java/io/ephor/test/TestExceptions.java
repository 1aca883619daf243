package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The exceptions from the policies of a test. Immutable.
 *
 * @param loaded those that the engine loaded
 * @param missing by the name of a policy, the features that the engine lacks for its other exceptions
 */
record TestExceptions(List<PolicyException> loaded, Map<String, Set<String>> missing) {
    static final TestExceptions NONE = new TestExceptions(List.of(), Map.of());

    TestExceptions {
        loaded = List.copyOf(loaded);
        missing = Map.copyOf(missing);
    }

    static TestExceptions load(PolicyEngine engine, TestManifest manifest, TestFiles files, Faults faults) {
        List<PolicyException> loaded = new ArrayList<>();
        Map<String, Set<String>> missing = new HashMap<>();
        List<String> paths = manifest.inputs().exceptions();
        for (int i = 0; i < paths.size(); i++) {
            for (TestFiles.TextFile file : files.readAll(paths.get(i), manifest.locate("/exceptions/" + i))) {
                LoadResult result = engine.loadAll(file.path().toString(), file.text());
                loaded.addAll(result.exceptions());
                faults.addAll(result.diagnostics());
                for (Policy policy : result.policies()) {
                    faults.error("not-an-exception", "expected a policy exception, found a policy", policy.source());
                }
                add(file, result.diagnostics(), missing);
            }
        }
        return new TestExceptions(loaded, missing);
    }

    private static void add(TestFiles.TextFile file, List<Diagnostic> diagnostics, Map<String, Set<String>> missing) {
        for (SourceDocument document : SourceDocument.all(file.path().toString(), file.text())) {
            for (Diagnostic diagnostic : diagnostics) {
                String feature = diagnostic.feature();
                if (feature != null && document.contains(diagnostic.range())) {
                    names(document.value().path("spec"))
                            .forEach(name -> missing.computeIfAbsent(name, policy -> new HashSet<>())
                                    .add(feature));
                }
            }
        }
    }

    private static Set<String> names(JsonNode spec) {
        Set<String> names = new HashSet<>();
        for (JsonNode exception : spec.path("exceptions")) {
            names.add(Names.lastSegment(Names.text(exception.path("policyName"))));
        }
        for (JsonNode reference : spec.path("policyRefs")) {
            names.add(Names.text(reference.path("name")));
        }
        return names;
    }
}
