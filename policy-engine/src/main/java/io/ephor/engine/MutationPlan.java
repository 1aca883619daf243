package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.PatchedTarget;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.read.RuleBodies;
import io.ephor.engine.read.RuleDefinition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mutate rules of a policy, those that autogen derives among them, in order: each one sees what those before it made.
 * Rules are derived when the first evaluation asks for them. Thread-safe.
 *
 * <p>Kyverno: pkg/engine/mutation.go
 */
final class MutationPlan {
    private final Autogen autogen;
    private final IdentityHashMap<RuleDefinition, MutateRule> written;
    private final Function<RuleDefinition, MutateRule> compiler;
    private final PolicyScope.Factory scopes;
    private final boolean firstAppliedOnly;

    // Written by whichever thread asks first; every thread would make the same.
    private volatile @Nullable List<MutateRule> rules;

    /**
     * Makes a plan.
     *
     * @param written the compiled rules by what was written, by identity
     * @param compiler compiles a derived rule; thread-safe
     * @param scopes opens what the rules share in an evaluation
     * @param firstAppliedOnly whether the first rule that changes something ends the evaluation
     */
    MutationPlan(
            Autogen autogen,
            IdentityHashMap<RuleDefinition, MutateRule> written,
            Function<RuleDefinition, MutateRule> compiler,
            PolicyScope.Factory scopes,
            boolean firstAppliedOnly) {
        this.autogen = autogen;
        this.written = written;
        this.compiler = compiler;
        this.scopes = scopes;
        this.firstAppliedOnly = firstAppliedOnly;
    }

    /** Returns the phases in which the rules have something to do. A rule that is derived never has targets. */
    Set<Phase> phases() {
        Set<Phase> phases = EnumSet.noneOf(Phase.class);
        for (MutateRule rule : written.values()) {
            phases.add(phase(rule));
        }
        if (!autogen.kinds().isEmpty()) {
            phases.add(Phase.MUTATE);
        }
        return phases;
    }

    private static Phase phase(MutateRule rule) {
        return rule instanceof CompiledTargetMutation ? Phase.MUTATE_EXISTING : Phase.MUTATE;
    }

    /**
     * What the rules did in one evaluation.
     *
     * @param results the results of the rules that matched
     * @param resource the resource afterwards; the same node where nothing changed, null on DELETE
     * @param targets the existing resources that were changed
     * @param failed whether a rule that changes the resource ended in an error
     */
    record Mutated(
            List<RuleResult> results, @Nullable JsonNode resource, List<PatchedTarget> targets, boolean failed) {}

    /**
     * Evaluates the rules of the phases that run.
     *
     * @param judged the object on which rules are matched: the new resource, or the old one on DELETE
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     * @return what they did; after a patch of the resource that could not be applied no further rule is evaluated, and the
     *     resource is as the rules before left it
     */
    Mutated evaluate(
            JsonNode judged,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyExceptions exceptions) {
        List<RuleResult> results = new ArrayList<>();
        List<PatchedTarget> targets = new ArrayList<>();
        JsonNode current = resource;
        MatchRequest request = MatchRequest.of(judged, context);
        PolicyScope scope = null;
        boolean failed = false;
        for (MutateRule rule : rules()) {
            if (!context.phases().contains(phase(rule)) || !rule.frame().match().matches(request)) {
                continue;
            }
            scope = scope == null ? scopes.open(resource, oldResource, context) : scope;
            List<CompiledException> named =
                    exceptions.ofRule(rule.frame().facts().name());
            boolean applied;
            boolean stopped = false;
            if (rule instanceof CompiledTargetMutation existing) {
                CompiledTargetMutation.Step step = existing.apply(current, oldResource, context, scope, named);
                results.addAll(step.results());
                targets.addAll(step.targets());
                applied = !step.targets().isEmpty();
            } else {
                CompiledMutation.Step step =
                        ((CompiledMutation) rule).apply(current, oldResource, context, scope, named);
                results.add(step.result());
                JsonNode changed = step.changed();
                if (changed != null) {
                    current = changed;
                    request = MatchRequest.of(changed, context);
                    scope.object(changed);
                }
                applied = step.result().status() == RuleStatus.PASS;
                failed |= step.result().status() == RuleStatus.ERROR;
                stopped = step.failed();
            }
            if (stopped || (firstAppliedOnly && applied)) {
                break;
            }
        }
        return new Mutated(results, resource == null ? null : current, targets, failed);
    }

    /**
     * Says the same as {@link #evaluate}, and notes why.
     *
     * @param judged the object on which rules are matched: the new resource, or the old one on DELETE
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     */
    Mutated explain(
            JsonNode judged,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyExceptions exceptions,
            Reasons reasons) {
        List<RuleResult> results = new ArrayList<>();
        List<PatchedTarget> targets = new ArrayList<>();
        boolean failed = false;
        JsonNode current = resource;
        JsonNode matched = judged;
        PolicyScope scope = scopes.open(resource, oldResource, context, reasons.trail());
        Reasons.Cause ended = null;
        for (MutateRule rule : rules()) {
            if (ended != null) {
                reasons.unasked(rule.frame(), matched, ended);
                continue;
            }
            if (!context.phases().contains(phase(rule))) {
                reasons.unasked(rule.frame(), matched, Reasons.NOT_IN_PHASES);
                continue;
            }
            if (rule instanceof CompiledTargetMutation existing) {
                CompiledTargetMutation.Step step =
                        existing.explain(matched, current, oldResource, context, scope, exceptions, reasons);
                results.addAll(step.results());
                targets.addAll(step.targets());
                ended = firstAppliedOnly && !step.targets().isEmpty() ? Reasons.FIRST_APPLIED_ONLY : null;
                continue;
            }
            CompiledMutation.Step step = ((CompiledMutation) rule)
                    .explain(matched, current, oldResource, context, scope, exceptions, reasons);
            if (step == null) {
                continue;
            }
            results.add(step.result());
            JsonNode changed = step.changed();
            if (changed != null) {
                current = changed;
                matched = changed;
                scope.object(changed);
            }
            failed |= step.result().status() == RuleStatus.ERROR;
            if (step.failed()) {
                ended = Reasons.NO_OBJECT_LEFT;
            } else if (firstAppliedOnly && step.result().status() == RuleStatus.PASS) {
                ended = Reasons.FIRST_APPLIED_ONLY;
            }
        }
        return new Mutated(results, resource == null ? null : current, targets, failed);
    }

    /** Notes of every rule that it is not asked. */
    void leaveOut(JsonNode judged, Reasons.Cause cause, Reasons reasons) {
        for (MutateRule rule : rules()) {
            reasons.unasked(rule.frame(), judged, cause);
        }
    }

    private List<MutateRule> rules() {
        List<MutateRule> known = rules;
        if (known != null) {
            return known;
        }
        List<MutateRule> all = new ArrayList<>();
        for (RuleDefinition definition : autogen.rules()) {
            MutateRule rule = written.get(definition);
            if (rule != null) {
                all.add(rule);
            } else if (definition.derived() && RuleBodies.isMutate(definition.node())) {
                all.add(compiler.apply(definition));
            }
        }
        rules = all;
        return all;
    }
}
