package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;

/** The compiled body of a mutate rule. Immutable and thread-safe. */
public sealed interface Mutation permits PatchMutation, ForeachMutation {
    /**
     * Applies the body.
     *
     * @param object what is changed, missing on DELETE; never written to
     * @param scope what queries see
     * @return the outcome
     */
    MutationOutcome apply(JsonNode object, RuleScope scope);
}
