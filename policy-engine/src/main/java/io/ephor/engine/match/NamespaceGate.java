package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a policy of a namespace from everything outside it: every object that is there, new or old, has to live in the
 * namespace of the policy. Objects of the cluster live in none, those of an admission request in that of the request.
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
    public static boolean admits(
            String policyNamespace,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context) {
        return policyNamespace.isEmpty()
                || (admits(policyNamespace, resource, context) && admits(policyNamespace, oldResource, context));
    }

    private static boolean admits(String policyNamespace, @Nullable JsonNode object, EvaluationContext context) {
        return object == null || !object.isObject() || policyNamespace.equals(RequestNamespace.of(object, context));
    }
}
