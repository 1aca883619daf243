package io.ephor.test;

/**
 * A resource named in parts. Immutable.
 *
 * @param apiVersion group and version as a resource writes them, such as {@code apps/v1}
 * @param kind the kind; like Kyverno, a test does not select by it
 * @param namespace the namespace; empty for a resource without one
 * @param name the name
 */
public record ResourceSpec(String apiVersion, String kind, String namespace, String name) {
    boolean selects(ResourceKey key) {
        return apiVersion.equals(key.apiVersion()) && namespace.equals(key.namespace()) && name.equals(key.name());
    }
}
