package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Resources of files as a cluster in which they exist: what is not there does not exist, and lists are in the order of
 * namespaces and names. Of two with the same kind and name there is the first. A subresource is the resource itself.
 * Immutable and thread-safe.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go
 */
public final class GivenResources implements ResourceLookup {
    private final List<JsonNode> resources;

    private GivenResources(List<JsonNode> resources) {
        this.resources = List.copyOf(resources);
    }

    /**
     * {@return a cluster with some resources}
     *
     * @param given the resources; never written to
     */
    public static GivenResources of(Collection<? extends JsonNode> given) {
        Set<ResourceKey> keys = new HashSet<>();
        List<JsonNode> resources = new ArrayList<>();
        for (JsonNode resource : given) {
            ResourceKey key = ResourceKey.of(resource);
            String group = GroupVersionKind.of(resource).group();
            if (keys.add(new ResourceKey(group, key.kind(), key.namespace(), key.name()))) {
                resources.add(resource);
            }
        }
        resources.sort((left, right) -> order(ResourceKey.of(left), ResourceKey.of(right)));
        return new GivenResources(resources);
    }

    private static int order(ResourceKey left, ResourceKey right) {
        int byNamespace = left.namespace().compareTo(right.namespace());
        return byNamespace == 0 ? left.name().compareTo(right.name()) : byNamespace;
    }

    @Override
    public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        for (JsonNode resource : resources) {
            ResourceKey key = ResourceKey.of(resource);
            if (key.name().equals(name) && key.namespace().equals(namespace) && kind.matches(resource)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        return resources;
    }
}
