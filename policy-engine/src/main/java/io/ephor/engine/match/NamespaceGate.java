package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a policy of a namespace from everything outside it: every object that is there, new or old, has to live in the
 * namespace of the policy. Objects of the cluster live in none.
 *
 * <p>Kyverno: {@code checkNamespacedPolicy} in {@code pkg/engine/internal/match.go}
 */
public final class NamespaceGate {
    private NamespaceGate() {}

    /**
     * {@return whether a policy may be evaluated at all}
     *
     * @param policyNamespace the namespace to which the policy is confined; empty for one of the cluster
     */
    public static boolean admits(String policyNamespace, @Nullable JsonNode resource, @Nullable JsonNode oldResource) {
        return policyNamespace.isEmpty() || (admits(policyNamespace, resource) && admits(policyNamespace, oldResource));
    }

    private static boolean admits(String policyNamespace, @Nullable JsonNode object) {
        if (object == null || !object.isObject()) {
            return true;
        }
        JsonNode metadata = object.get("metadata");
        JsonNode namespace = metadata == null ? null : metadata.get("namespace");
        return namespace != null && namespace.isTextual() && policyNamespace.equals(namespace.textValue());
    }
}
