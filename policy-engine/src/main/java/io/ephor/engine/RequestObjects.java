package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.NamespaceGate;
import org.jspecify.annotations.Nullable;

/**
 * The objects that a request is about. Immutable and thread-safe.
 *
 * @param newObject what is there after the request, or null on DELETE
 * @param oldObject what was there before it, or null where nothing is known of it
 */
record RequestObjects(
        @Nullable JsonNode newObject, @Nullable JsonNode oldObject) {
    /**
     * {@return the objects of an evaluation}
     *
     * @param resource the resource that is evaluated, which a deletion leaves as the old one
     */
    static RequestObjects of(JsonNode resource, EvaluationContext context) {
        return isGone(context)
                ? new RequestObjects(null, resource)
                : new RequestObjects(resource, context.oldResource());
    }

    /** Says whether there is no new object. A request may state one on DELETE, which no cluster makes. */
    static boolean isGone(EvaluationContext context) {
        JsonNode request = context.request();
        boolean stated = request != null && request.path("object").isObject();
        return context.operation() == Operation.DELETE && !stated;
    }

    /** Returns whether a policy of a namespace may be evaluated for them; where the namespace is empty, any may. */
    boolean isAdmittedBy(String policyNamespace, EvaluationContext context) {
        return NamespaceGate.admits(policyNamespace, newObject, oldObject, context);
    }
}
