package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.NamespaceGate;
import io.ephor.engine.variables.PartScope;
import org.jspecify.annotations.Nullable;

/** What policies are asked about, worked out once for all policies of a set. Confined to one thread. */
final class JudgedRequest {
    private final String kind;
    private final JsonNode resource;
    private final @Nullable JsonNode newObject;
    private final @Nullable JsonNode oldObject;
    private final EvaluationContext context;
    private @Nullable PartScope parts;

    private JudgedRequest(String kind, JsonNode resource, RequestObjects objects, EvaluationContext context) {
        this.kind = kind;
        this.resource = resource;
        this.newObject = objects.newObject();
        this.oldObject = objects.oldObject();
        this.context = context;
    }

    /** {@return the request for a resource as mutation left it} */
    static JudgedRequest of(JsonNode resource, EvaluationContext context) {
        return new JudgedRequest(
                MatchRequest.kind(resource, context), resource, RequestObjects.of(resource, context), context);
    }

    String kind() {
        return kind;
    }

    /** Returns the resource as mutation left it. */
    JsonNode resource() {
        return resource;
    }

    /** Returns what is there after the request, or null on DELETE. */
    @Nullable
    JsonNode newObject() {
        return newObject;
    }

    /** Returns what was there before the request, or null where nothing is known of it. */
    @Nullable
    JsonNode oldObject() {
        return oldObject;
    }

    EvaluationContext context() {
        return context;
    }

    /** Returns whether a policy of a namespace may be evaluated; where the namespace is empty, any may. */
    boolean isAdmittedBy(String policyNamespace) {
        return NamespaceGate.admits(policyNamespace, newObject, oldObject, context);
    }

    /**
     * Returns the parts of the request that the queries of a rule look at, as nothing has asked them yet; null where a rule
     * may see something else in their place.
     */
    @Nullable
    PartScope parts(String rule) {
        if (newObject == null
                || context.operation() == Operation.DELETE
                || !context.variables().isEmpty()
                || context.ruleVariables().containsKey(rule)) {
            return null;
        }
        PartScope made = parts;
        if (made == null) {
            made = new PartScope(newObject, context.operation());
            parts = made;
        } else {
            made.reset();
        }
        return made;
    }
}
