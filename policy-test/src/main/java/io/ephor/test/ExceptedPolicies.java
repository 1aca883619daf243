package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.LoadResult;
import io.ephor.PolicyEngine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The policies for which a test gives exceptions that the engine does not load. */
final class ExceptedPolicies {
    private ExceptedPolicies() {}

    /** Returns, by the name of the policy, the features that the engine lacks for its exceptions. */
    static Map<String, Set<String>> read(PolicyEngine engine, TestManifest manifest, TestFiles files, Faults faults) {
        Map<String, Set<String>> missing = new HashMap<>();
        List<String> paths = manifest.inputs().exceptions();
        for (int i = 0; i < paths.size(); i++) {
            for (TestFiles.TextFile file : files.readAll(paths.get(i), manifest.locate("/exceptions/" + i))) {
                LoadResult result = engine.loadAll(file.path().toString(), file.text());
                faults.addAll(result.diagnostics());
                add(file, result.diagnostics(), missing);
            }
        }
        return missing;
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
