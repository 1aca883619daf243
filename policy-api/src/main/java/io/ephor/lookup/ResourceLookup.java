package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * Answers for resources that exist already: targets of mutation and sources of clones. Asked at most once per evaluation
 * for the same question; implementations must be thread-safe.
 *
 * <p>Resources state their {@code apiVersion} and {@code kind}, and are never written to. What a list holds is compared
 * with the question again, so that a lookup over a few documents may return all of them:
 *
 * <pre>{@code
 * ResourceLookup lookup = new ResourceLookup() {
 *     public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
 *         return documents.stream().filter(document -> isNamed(document, kind, namespace, name)).findFirst();
 *     }
 *
 *     public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
 *         return documents;
 *     }
 * };
 * }</pre>
 */
public interface ResourceLookup {
    /**
     * {@return the resource of a name, or its subresource; empty where there is none}
     *
     * @param kind the kind; the object of its subresource is wanted where it names one
     * @param namespace the namespace; empty for a resource of the cluster
     * @param name the name
     * @throws LookupException if there is no answer
     */
    Optional<JsonNode> resource(ResourceKind kind, String namespace, String name);

    /**
     * {@return the resources of a kind, in the order in which rules shall see them}
     *
     * @param kind the kind, without a subresource
     * @param namespace the namespace; empty for all of them and for resources of the cluster. A lookup may return those of
     *     other namespaces too
     * @param labelSelector what their labels must be, as {@code kubectl get --selector} takes it; empty for any labels. A
     *     lookup may return others too
     * @throws LookupException if there is no answer
     */
    List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector);
}
