package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Generation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.generate.Cluster;
import io.ephor.engine.generate.GenerateBody;
import io.ephor.engine.generate.GenerateSettings;
import io.ephor.engine.generate.GenerationFailure;
import io.ephor.engine.generate.Ownership;
import io.ephor.engine.generate.Production;
import io.ephor.engine.read.PolicyDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generate rule, ready to be evaluated: whether it applies, then what it makes. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/webhooks/resource/generation/handler.go, pkg/background/generate/controller.go
 *
 * @param onDeletion whether the rule makes its resources when a trigger is deleted, since it asks for that operation
 */
record CompiledGeneration(
        PolicyDefinition policy, RuleFrame frame, GenerateSettings settings, GenerateBody body, boolean onDeletion) {
    /**
     * What the rule said in one evaluation.
     *
     * @param result the result, or null where the rule does not concern the request
     * @param generation what the rule wants; null unless its trigger came or left
     */
    record Step(@Nullable RuleResult result, @Nullable Generation generation) {
        private static final Step NOTHING = new Step(null, null);
    }

    /**
     * Evaluates the rule.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param scope what the rules of the policy share
     * @param exceptions the exceptions that name the rule
     * @param cluster what there is, and what the rules before made
     */
    Step apply(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions,
            Cluster cluster) {
        RuleResult result = new BackgroundCheck(frame).check(resource, oldResource, context, scope, exceptions);
        if (result == null) {
            return Step.NOTHING;
        }
        boolean left = result.status() == RuleStatus.FAIL;
        JsonNode trigger = left ? oldResource : resource;
        if (trigger == null || (!left && result.status() != RuleStatus.PASS)) {
            return new Step(result, null);
        }
        boolean deletes = resource == null && onDeletion;
        Map<String, String> labels = Ownership.of(policy.name(), policy.namespace(), settings.rule(), trigger);
        Generation.Builder generation =
                settings.generation().downstreamLabels(labels).triggerLeft(left && !deletes);
        if (!left || deletes) {
            RuleScope own = scope.enter(frame.facts().name(), frame.entries());
            Production production = new Production(settings, labels, cluster);
            GenerationFailure failure = produce(production, own, deletes);
            result = result.withMissingLookups(own.missingLookups()).withMissingLookups(production.missingLookups());
            generation.resources(production.made());
            generation.failure(failure == null ? null : failure.text(), failure == null ? null : failure.cause());
        }
        return new Step(result, generation.build());
    }

    /** Of a trigger that is deleted the check did not look at the preconditions. */
    private @Nullable GenerationFailure produce(Production production, RuleScope own, boolean unchecked) {
        try {
            if (unchecked
                    && frame.preconditions() != null
                    && !BackgroundCheck.outcome(frame.preconditions().conditions(), own)
                            .passed()) {
                return null;
            }
        } catch (ConditionException exception) {
            return GenerationFailure.ofPreconditions(exception);
        }
        return body.run(production, own);
    }
}
