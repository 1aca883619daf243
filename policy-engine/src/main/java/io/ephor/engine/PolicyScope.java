package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.ContextOptions;
import io.ephor.engine.context.EvaluationScope;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.QueryCompiler;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of a policy share in one evaluation: the answers of lookups, the time, the random numbers. Confined to
 * one thread.
 */
final class PolicyScope {
    private final Factory factory;
    private final @Nullable JsonNode resource;
    private final @Nullable JsonNode oldResource;
    private final EvaluationContext context;
    private final @Nullable Trail trail;
    private @Nullable EvaluationScope evaluation;

    private PolicyScope(
            Factory factory,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            @Nullable Trail trail) {
        this.trail = trail;
        this.factory = factory;
        this.resource = resource;
        this.oldResource = oldResource;
        this.context = context;
    }

    /** Returns what the queries of a rule see. */
    RuleScope enter(String rule, CompiledContext entries) {
        return evaluation().enter(rule, factory.namespace, entries);
    }

    /** Returns what takes the steps, or null where nobody asks for them. */
    @Nullable
    Trail trail() {
        return trail;
    }

    /** Sets what a rule made of the object: the rules that follow see it. */
    void object(JsonNode object) {
        evaluation().object(object);
    }

    /** Most rules that fail ask nothing. */
    private EvaluationScope evaluation() {
        EvaluationScope made = evaluation;
        if (made == null) {
            made = new EvaluationScope(resource, oldResource, context, factory.queries, factory.options, trail);
            evaluation = made;
        }
        return made;
    }

    /**
     * Opens the scopes of one policy. Immutable and thread-safe.
     *
     * @param namespace the namespace of the policy; empty for a policy of the whole cluster
     */
    record Factory(String namespace, QueryCompiler queries, ContextOptions options) {
        /**
         * Opens the scope of an evaluation.
         *
         * @param resource the new resource, or null on DELETE
         * @param oldResource the old resource, or null where there is none
         */
        PolicyScope open(@Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
            return open(resource, oldResource, context, null);
        }

        /**
         * Opens the scope of an evaluation that is explained.
         *
         * @param resource the new resource, or null on DELETE
         * @param oldResource the old resource, or null where there is none
         * @param trail takes the values of queries, or null
         */
        PolicyScope open(
                @Nullable JsonNode resource,
                @Nullable JsonNode oldResource,
                EvaluationContext context,
                @Nullable Trail trail) {
            return new PolicyScope(this, resource, oldResource, context, trail);
        }
    }
}
