package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a test tells resources apart by. Immutable.
 *
 * @param apiVersion group and version as the resource writes them; empty for a payload that is no resource
 * @param kind the kind; empty for a payload
 * @param namespace the namespace; empty for a cluster-scoped resource
 * @param name the name; for a payload the path by which the test names it
 */
public record ResourceKey(String apiVersion, String kind, String namespace, String name) {
    static ResourceKey of(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        return new ResourceKey(
                text(resource.get("apiVersion")),
                text(resource.get("kind")),
                text(metadata.get("namespace")),
                text(metadata.get("name")));
    }

    static ResourceKey ofPayload(String path) {
        return new ResourceKey("", "", "", path);
    }

    private static String text(@Nullable JsonNode node) {
        return node != null && node.isTextual() ? node.textValue() : "";
    }

    /** {@return whether a name as test files write it, {@code name} or {@code namespace/name}, means this resource} */
    boolean isNamed(String written) {
        if (written.equals(name)) {
            return true;
        }
        int slash = written.indexOf('/');
        return slash >= 0
                && written.substring(0, slash).equals(namespace)
                && written.substring(slash + 1).equals(name);
    }

    /** {@return {@code apiVersion,kind,namespace,name}, or the path of a payload} */
    @Override
    public String toString() {
        return apiVersion.isEmpty() && kind.isEmpty() ? name : apiVersion + ',' + kind + ',' + namespace + ',' + name;
    }
}
