package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.MissingLookup;
import io.ephor.PatchedTarget;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.mutate.MutationOutcome;
import io.ephor.engine.mutate.Target;
import io.ephor.engine.mutate.TargetMutation;
import io.ephor.engine.mutate.TargetOutcome;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.patches.DocumentPatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mutate rule with {@code targets}, ready to be evaluated: match, exclude, preconditions and exceptions for the trigger,
 * then the patch for each target. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/mutate_existing.go
 */
record CompiledTargetMutation(RuleFrame frame, TargetMutation body) implements MutateRule {
    /**
     * What the rule did in one evaluation.
     *
     * @param results one per target, and one for all targets that could not be found
     * @param targets those that were changed
     */
    record Step(List<RuleResult> results, List<PatchedTarget> targets) {}

    /**
     * Evaluates the rule for a trigger that it matches.
     *
     * @param trigger the object as the rules before left it, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the rule
     */
    Step apply(
            @Nullable JsonNode trigger,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions) {
        List<PatchedTarget> targets = new ArrayList<>();
        RuleEvaluation evaluation = frame.open(trigger, oldResource, context, scope, exceptions);
        List<RuleResult> results = frame.judgeEach(evaluation, null, opened -> judge(opened, targets));
        return new Step(results, targets);
    }

    /**
     * Says the same as a match and {@link #apply}, and notes why. There is one explanation for each result.
     *
     * @param judged what the rule is matched on
     * @param trigger the object as the rules before left it, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     */
    Step explain(
            JsonNode judged,
            @Nullable JsonNode trigger,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            PolicyExceptions exceptions,
            Reasons reasons) {
        List<CompiledException> named = exceptions.ofRule(frame.facts().name());
        List<RuleResult> results = new ArrayList<>();
        List<PatchedTarget> targets = new ArrayList<>();
        reasons.each(
                frame,
                judged,
                trail -> trail.at(frame.pointer(), () -> {
                    if (!frame.match().matches(MatchRequest.of(judged, context), trail, frame.pointer())) {
                        return results;
                    }
                    RuleEvaluation evaluation = frame.open(trigger, oldResource, context, scope, named);
                    results.addAll(frame.judgeEach(evaluation, trail, opened -> judge(opened, targets)));
                    return results;
                }));
        return new Step(results, targets);
    }

    private List<RuleResult> judge(RuleEvaluation evaluation, List<PatchedTarget> targets) {
        RuleResult excepted = evaluation.excepted();
        if (excepted != null) {
            return List.of(excepted);
        }
        if (!body.hasTargets()) {
            return List.of();
        }
        if (!evaluation.scope().knowsResources()) {
            return List.of(withoutLookup());
        }
        List<RuleResult> results = new ArrayList<>();
        for (TargetOutcome outcome : body.apply(evaluation.scope())) {
            results.add(result(outcome, evaluation, targets));
        }
        return results;
    }

    private RuleResult withoutLookup() {
        return RuleResult.builder(
                        frame.facts().name(),
                        frame.facts().type(),
                        RuleStatus.ERROR,
                        "the rule needs resources that exist already, and the context has no lookup of them",
                        frame.facts().source())
                .missingLookups(List.of(MissingLookup.of("mutate.targets", "resources")))
                .build();
    }

    private RuleResult result(TargetOutcome reached, RuleEvaluation evaluation, List<PatchedTarget> targets) {
        MutationOutcome outcome = reached.outcome();
        if (outcome instanceof MutationOutcome.Unchanged unchanged) {
            return evaluation.skip(unchanged.message());
        }
        if (outcome instanceof MutationOutcome.Failed failed) {
            return evaluation.error(failed.message(), failed.cause());
        }
        JsonNode after = ((MutationOutcome.Changed) outcome).object();
        Target target = reached.target();
        if (target != null) {
            JsonNode before = target.object();
            targets.add(PatchedTarget.of(
                    frame.facts().name(),
                    target.kind(),
                    before,
                    after,
                    () -> DocumentPatch.between(before, after).operations()));
        }
        return evaluation.pass(MutateRule.passed(after));
    }
}
