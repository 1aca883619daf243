package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Policy;
import io.ephor.lookup.Lookups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What exists for the generate rules of a test: the resource that they are asked about, and what the results of their policy
 * name as {@code cloneSourceResource}. Immutable.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/processor/generate.go
 */
final class CloneSources {
    private final Map<String, List<JsonNode>> byPolicy;

    private CloneSources(Map<String, List<JsonNode>> byPolicy) {
        this.byPolicy = Map.copyOf(byPolicy);
    }

    /** Reads the files that a test names. */
    static CloneSources read(TestManifest manifest, TestFiles files, Faults faults) {
        Map<String, List<JsonNode>> byPolicy = new HashMap<>();
        Set<List<String>> known = new HashSet<>();
        for (ExpectedResult expected : manifest.results()) {
            String path = expected.cloneSourceResource();
            if (path.isEmpty() || !known.add(List.of(expected.policyName(), path))) {
                continue;
            }
            TestFiles.TextFile file = files.read(path, manifest.locate(expected.pointer() + "/cloneSourceResource"));
            if (file != null) {
                byPolicy.computeIfAbsent(expected.policyName(), policy -> new ArrayList<>())
                        .addAll(resources(file, faults));
            }
        }
        return new CloneSources(byPolicy);
    }

    private static List<JsonNode> resources(TestFiles.TextFile file, Faults faults) {
        List<JsonNode> resources = new ArrayList<>();
        for (SourceDocument document : SourceDocument.readResources(file, faults)) {
            if (document.value() instanceof ObjectNode object) {
                resources.add(ResourceNormalization.of(object));
            }
        }
        return resources;
    }

    /** Returns lookups that know what exists for a policy and the resource that it is asked about. */
    Lookups addTo(Lookups lookups, Policy policy, JsonNode trigger) {
        List<JsonNode> existing = new ArrayList<>();
        existing.add(trigger);
        existing.addAll(byPolicy.getOrDefault(policy.name(), List.of()));
        return lookups.toBuilder().resources(GivenResources.of(existing)).build();
    }
}
