package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers for config maps of a cluster. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ConfigMapLookup {
    /**
     * {@return the config map with {@code data} and {@code metadata}}
     *
     * @param namespace the namespace of the config map
     * @param name the name of the config map
     * @throws LookupException if there is no answer
     */
    JsonNode configMap(String namespace, String name);
}
