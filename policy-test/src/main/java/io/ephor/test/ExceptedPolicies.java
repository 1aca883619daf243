package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The policies for which a test gives exceptions. */
final class ExceptedPolicies {
    private ExceptedPolicies() {}

    /** Returns the names of the policies. */
    static Set<String> read(TestManifest manifest, TestFiles files, Faults faults) {
        Set<String> names = new HashSet<>();
        List<String> paths = manifest.inputs().exceptions();
        for (int i = 0; i < paths.size(); i++) {
            for (TestFiles.TextFile file : files.readAll(paths.get(i), manifest.locate("/exceptions/" + i))) {
                for (SourceDocument document : SourceDocument.readResources(file, faults)) {
                    addNames(document.value().path("spec"), names);
                }
            }
        }
        return names;
    }

    private static void addNames(JsonNode spec, Set<String> names) {
        for (JsonNode exception : spec.path("exceptions")) {
            names.add(Names.lastSegment(Names.text(exception.path("policyName"))));
        }
        for (JsonNode reference : spec.path("policyRefs")) {
            names.add(Names.text(reference.path("name")));
        }
    }
}
