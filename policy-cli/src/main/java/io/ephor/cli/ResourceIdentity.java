package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;

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

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
