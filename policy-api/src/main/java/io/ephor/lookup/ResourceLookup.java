package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import java.util.List;

/**
 * Answers for resources that exist already: targets of mutation and sources of clones. Asked at most once per evaluation
 * for the same question; implementations must be thread-safe.
 */
@FunctionalInterface
public interface ResourceLookup {
    /**
     * {@return the resources of a kind whose namespace and name match}
     *
     * @param kind the kind of the resources
     * @param namespace a namespace, or a pattern with {@code *} and {@code ?}; empty for cluster-wide resources
     * @param name a name, or a pattern with {@code *} and {@code ?}
     * @throws LookupException if there is no answer
     */
    List<JsonNode> resources(GroupVersionKind kind, String namespace, String name);
}
