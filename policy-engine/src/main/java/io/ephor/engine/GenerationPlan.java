package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.generate.Cluster;
import io.ephor.engine.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    record Generated(List<RuleResult> results, List<Generation> generations) {
        private static Generated nothing() {
            return new Generated(new ArrayList<>(), new ArrayList<>());
        }

        private @Nullable RuleResult take(CompiledGeneration.Step step) {
            if (step.generation() != null) {
                generations.add(step.generation());
            }
            if (step.result() != null) {
                results.add(step.result());
            }
            return step.result();
        }
    }

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
        Generated generated = Generated.nothing();
        PolicyScope scope = scopes.open(resource, oldResource, context);
        Cluster cluster = new Cluster();
        for (CompiledGeneration rule : rules) {
            List<CompiledException> named =
                    exceptions.ofRule(rule.frame().facts().name());
            if (ends(generated.take(rule.apply(resource, oldResource, context, scope, named, cluster)))) {
                break;
            }
        }
        return generated;
    }

    /**
     * Says the same as {@link #evaluate}, and notes why.
     *
     * @param judged what the rules are about: the new resource, or the old one on DELETE
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     */
    Generated explain(
            JsonNode judged,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyExceptions exceptions,
            Reasons reasons) {
        Generated generated = Generated.nothing();
        PolicyScope scope = scopes.open(resource, oldResource, context, reasons.trail());
        Cluster cluster = new Cluster();
        boolean ended = false;
        for (CompiledGeneration rule : rules) {
            RuleFrame frame = rule.frame();
            if (ended) {
                reasons.unasked(frame, judged, Reasons.FIRST_APPLIED_ONLY);
                continue;
            }
            List<CompiledException> named = exceptions.ofRule(frame.facts().name());
            ended = ends(reasons.rule(
                    frame,
                    judged,
                    trail -> trail.at(
                            frame.pointer(),
                            () -> generated.take(
                                    note(rule.apply(resource, oldResource, context, scope, named, cluster), trail)))));
        }
        return generated;
    }

    private static CompiledGeneration.Step note(CompiledGeneration.Step step, Trail trail) {
        Generation generation = step.generation();
        if (generation == null) {
            return step;
        }
        for (GeneratedResource made : generation.resources()) {
            String action = made.action() == GeneratedResource.Action.CREATE ? "creates " : "updates ";
            trail.note("generates", action + name(made.resource()));
        }
        if (generation.deletesDownstream()) {
            trail.note("deletes-downstream", "deletes what the rule made for this trigger");
        }
        if (generation.failure() != null) {
            trail.note("generation-failed", generation.failure());
        }
        return step;
    }

    private static String name(JsonNode resource) {
        JsonNode metadata = resource.path("metadata");
        String namespace = text(metadata, "namespace");
        return text(resource, "kind") + " " + (namespace.isEmpty() ? "" : namespace + "/") + text(metadata, "name");
    }

    private static String text(JsonNode object, String field) {
        return Objects.requireNonNullElse(object.path(field).textValue(), "");
    }

    private boolean ends(@Nullable RuleResult result) {
        return firstAppliedOnly && result != null && result.status() != RuleStatus.SKIP;
    }

    /** Notes of every rule that it is not asked. */
    void leaveOut(JsonNode judged, Reasons.Cause cause, Reasons reasons) {
        for (CompiledGeneration rule : rules) {
            reasons.unasked(rule.frame(), judged, cause);
        }
    }
}
