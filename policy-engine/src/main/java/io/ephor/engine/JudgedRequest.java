package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.match.NamespaceGate;
import io.ephor.engine.variables.PartScope;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is asked about, worked out once for all policies of a set: the objects before and after the request, and
 * what rules make of them. Confined to one thread.
 */
final class JudgedRequest {
    private final String kind;
    private final JsonNode resource;
    private final @Nullable JsonNode newObject;
    private final @Nullable JsonNode oldObject;
    private final EvaluationContext context;
    private @Nullable MatchRequest match;
    private @Nullable PartScope parts;

    /**
     * Makes a request.
     *
     * @param resource the resource as it is when the policies are asked, which may have been mutated
     */
    JudgedRequest(JsonNode resource, EvaluationContext context) {
        boolean gone = isGone(context);
        this.kind = MatchRequest.kind(resource, context);
        this.resource = resource;
        this.newObject = gone ? null : resource;
        this.oldObject = gone ? resource : context.oldResource();
        this.context = context;
    }

    /** Says whether there is no new object. A request may state one on DELETE, which no cluster makes. */
    private static boolean isGone(EvaluationContext context) {
        JsonNode request = context.request();
        boolean stated = request != null && request.path("object").isObject();
        return context.operation() == Operation.DELETE && !stated;
    }

    String kind() {
        return kind;
    }

    /** Returns the resource as it is when the policies are asked. */
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

    /** Returns what rules are matched with: the resource, which is the old one on DELETE. */
    MatchRequest match() {
        MatchRequest made = match;
        if (made == null) {
            made = MatchRequest.of(resource, context);
            match = made;
        }
        return made;
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
