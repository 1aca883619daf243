package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;

/**
 * What a resource is called in reports; texts that it lacks are empty. Immutable.
 *
 * @param apiVersion group and version, such as {@code apps/v1}
 */
record ResourceIdentity(String apiVersion, String kind, String namespace, String name) {
    static ResourceIdentity of(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        return new ResourceIdentity(
                text(resource.path("apiVersion")),
                text(resource.path("kind")),
                text(metadata.path("namespace")),
                text(metadata.path("name")));
    }

    /** Returns the kind as paths of the Kubernetes API have it. */
    String plural() {
        return ResourceKind.of(apiVersion, kind).plural();
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
