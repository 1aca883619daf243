package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.GroupVersionKind;
import io.ephor.values.SourceRange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the resources of a test. Kyverno: cmd/cli/kubectl-kyverno/resource. */
final class TestResources {
    private final TestManifest manifest;
    private final TestFiles files;
    private final Faults faults;

    TestResources(TestManifest manifest, TestFiles files, Faults faults) {
        this.manifest = manifest;
        this.files = files;
        this.faults = faults;
    }

    /** Returns the resources that are judged, in the order of the files; of two with the same kind and name the first. */
    Map<ResourceKey, JsonNode> judged() {
        return read("resources", manifest.inputs().resources());
    }

    /** Returns the resources that exist already, likewise. */
    Map<ResourceKey, JsonNode> targets() {
        return read("targetResources", manifest.inputs().targetResources());
    }

    private Map<ResourceKey, JsonNode> read(String field, List<String> paths) {
        Map<ResourceKey, JsonNode> resources = new LinkedHashMap<>();
        Set<Identity> identities = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            SourceRange place = manifest.locate("/" + field + "/" + i);
            for (TestFiles.TextFile file : files.readAll(paths.get(i), place)) {
                for (SourceDocument document : SourceDocument.readResources(file, faults)) {
                    add(document, resources, identities);
                }
            }
        }
        return resources;
    }

    private void add(SourceDocument document, Map<ResourceKey, JsonNode> resources, Set<Identity> identities) {
        if (!(document.value() instanceof ObjectNode object)) {
            faults.error("wrong-type", "expected a resource, found " + Names.typeOf(document.value()), document, "");
            return;
        }
        ObjectNode resource = ResourceNormalization.of(object);
        ResourceKey key = ResourceKey.of(resource);
        GroupVersionKind kind = GroupVersionKind.of(resource);
        if (identities.add(new Identity(kind.group(), kind.kind(), key.namespace(), key.name()))) {
            resources.put(key, resource);
        } else {
            faults.warning("duplicate-resource", "`" + key + "` is there already", document, "/metadata/name");
        }
    }

    private record Identity(String group, String kind, String namespace, String name) {}
}
