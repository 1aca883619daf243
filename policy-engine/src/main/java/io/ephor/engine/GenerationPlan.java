package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Generation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.generate.Cluster;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The generate rules of a policy, in order. Autogen derives none of them. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/background.go
 *
 * @param scopes opens what the rules share in an evaluation
 * @param firstAppliedOnly whether the first rule that does not skip ends the evaluation
 */
record GenerationPlan(List<CompiledGeneration> rules, PolicyScope.Factory scopes, boolean firstAppliedOnly) {
    /**
     * What the rules said in one evaluation.
     *
     * @param results the results of the rules that the request concerns
     * @param generations what the rules want
     */
    record Generated(List<RuleResult> results, List<Generation> generations) {}

    /**
     * Evaluates the rules.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     */
    Generated evaluate(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyExceptions exceptions) {
        List<RuleResult> results = new ArrayList<>();
        List<Generation> generations = new ArrayList<>();
        PolicyScope scope = scopes.open(resource, oldResource, context);
        Cluster cluster = new Cluster();
        for (CompiledGeneration rule : rules) {
            CompiledGeneration.Step step = rule.apply(
                    resource,
                    oldResource,
                    context,
                    scope,
                    exceptions.ofRule(rule.frame().facts().name()),
                    cluster);
            if (step.generation() != null) {
                generations.add(step.generation());
            }
            if (step.result() == null) {
                continue;
            }
            results.add(step.result());
            if (firstAppliedOnly && step.result().status() != RuleStatus.SKIP) {
                break;
            }
        }
        return new Generated(results, generations);
    }
}
