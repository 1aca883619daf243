package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Answers for config maps of a cluster. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ConfigMapLookup {
    /**
     * {@return the config map with {@code data} and {@code metadata}, or null where there is none}
     *
     * @param namespace the namespace of the config map
     * @param name the name of the config map
     * @throws LookupException if there is no answer
     */
    @Nullable
    JsonNode configMap(String namespace, String name);
}
