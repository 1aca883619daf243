package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A cluster that holds what is listed, and gives lists in the order of namespaces and names. */
record ListedResources(List<JsonNode> objects) implements ResourceLookup {
    @Override
    public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        return objects.stream()
                .filter(object -> kind.matches(object)
                        && namespace.equals(metadata(object, "namespace"))
                        && name.equals(metadata(object, "name")))
                .findFirst();
    }

    @Override
    public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        List<JsonNode> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing((JsonNode object) -> metadata(object, "namespace"))
                .thenComparing(object -> metadata(object, "name")));
        return sorted;
    }

    private static String metadata(JsonNode object, String field) {
        return object.path("metadata").path(field).asText();
    }
}
