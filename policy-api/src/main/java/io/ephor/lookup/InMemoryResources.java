package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Prepared resources. Of a kind that is prepared there is what was given and nothing else; what there is of another kind
 * is not known, and asking for it fails. A subresource is the resource itself. Immutable and thread-safe.
 */
final class InMemoryResources implements ResourceLookup {
    private static final int MOST_SHOWN = 20;

    private final List<JsonNode> resources;
    private final List<ResourceKind> kinds;

    InMemoryResources(List<JsonNode> resources, List<ResourceKind> kinds) {
        this.resources = List.copyOf(resources);
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        for (JsonNode resource : ofKind(kind)) {
            if (metadata(resource, "name").equals(name)
                    && metadata(resource, "namespace").equals(namespace)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        List<JsonNode> found = ofKind(kind);
        found.removeIf(resource ->
                !namespace.isEmpty() && !metadata(resource, "namespace").equals(namespace));
        return found;
    }

    private List<JsonNode> ofKind(ResourceKind kind) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : resources) {
            if (kind.matches(resource)) {
                found.add(resource);
            }
        }
        if (found.isEmpty() && !isPrepared(kind)) {
            throw new IllegalStateException("no resources of kind `" + kind + "` are prepared, only " + prepared());
        }
        return found;
    }

    /** A question may be for a pattern of kinds. */
    private boolean isPrepared(ResourceKind asked) {
        for (ResourceKind kind : kinds) {
            if (asked.matches(new GroupVersionKind(kind.group(), kind.version(), kind.kind()))) {
                return true;
            }
        }
        return false;
    }

    private List<String> prepared() {
        Set<String> prepared = new TreeSet<>();
        for (JsonNode resource : resources) {
            GroupVersionKind kind = GroupVersionKind.of(resource);
            prepared.add(new ResourceKind(kind.group(), kind.version(), kind.kind(), "").toString());
        }
        for (ResourceKind kind : kinds) {
            prepared.add(kind.toString());
        }
        return prepared.stream().limit(MOST_SHOWN).toList();
    }

    private static String metadata(JsonNode resource, String field) {
        return Objects.requireNonNullElse(resource.path("metadata").path(field).textValue(), "");
    }
}
