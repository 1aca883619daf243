package io.ephor.engine.mutate;

import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.rule.Preconditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compiled body of a mutate rule that changes existing resources. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/mutate_existing.go
 *
 * @param specs which resources are changed
 * @param body what is done to each
 */
public record TargetMutation(List<TargetSpec> specs, Mutation body) {
    /** How many targets a rule may have in one evaluation. */
    static final int MOST_TARGETS = 100_000;

    /** {@return whether the rule names any targets} */
    public boolean hasTargets() {
        return !specs.isEmpty();
    }

    /**
     * Finds the targets, and applies the body to each.
     *
     * @param scope what queries see; the lookup of existing resources must be there
     * @return the outcomes: first that of what could not be found, then one per target
     */
    public List<TargetOutcome> apply(RuleScope scope) {
        List<TargetOutcome> outcomes = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        StringBuilder faults = new StringBuilder();
        Throwable cause = null;
        for (TargetSpec spec : specs) {
            try {
                add(spec, scope, found);
            } catch (TargetException exception) {
                faults.append(faults.isEmpty() ? ": " : "; ").append(exception.getMessage());
                cause = cause == null ? RuleScope.lookupFailure(exception) : cause;
            }
        }
        if (!faults.isEmpty()) {
            outcomes.add(new TargetOutcome(null, new MutationOutcome.Failed(faults.toString(), cause)));
        }
        for (Found next : found) {
            Target target = next.target();
            outcomes.add(new TargetOutcome(target, apply(target, next.spec(), scope)));
        }
        return outcomes;
    }

    private static void add(TargetSpec spec, RuleScope scope, List<Found> found) {
        List<Target> targets = spec.find(scope);
        if (targets.size() > MOST_TARGETS - found.size()) {
            throw new TargetException("a rule has more than " + MOST_TARGETS + " targets (limit targets)", null);
        }
        for (Target target : targets) {
            found.add(new Found(spec, target));
        }
    }

    private MutationOutcome apply(Target target, TargetSpec spec, RuleScope scope) {
        scope.target(target.object(), spec.entries());
        MutationOutcome stopped = spec.preconditions() == null ? null : stop(spec.preconditions(), scope);
        return stopped == null ? body.apply(target.object(), scope) : stopped;
    }

    private static @Nullable MutationOutcome stop(CompiledConditions preconditions, RuleScope scope) {
        ConditionOutcome outcome;
        try {
            outcome = preconditions.evaluate(scope);
        } catch (ConditionException exception) {
            return new MutationOutcome.Failed(
                    Preconditions.NOT_EVALUATED + ": " + exception.getMessage(), RuleScope.lookupFailure(exception));
        }
        return outcome.passed() ? null : new MutationOutcome.Unchanged(Preconditions.notMet(outcome));
    }

    private record Found(TargetSpec spec, Target target) {}
}
