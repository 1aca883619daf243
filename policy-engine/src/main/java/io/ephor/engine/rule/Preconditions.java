package io.ephor.engine.rule;

import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.conditions.Certainty;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.explain.ConditionStep;
import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before the body of a rule is looked at. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/engine.go
 *
 * @param place the place of the block in the document of the policy
 */
public record Preconditions(CompiledConditions conditions, SourceRange place) {
    /** What the message of an error of preconditions has in it. */
    public static final String NOT_EVALUATED = "failed to evaluate preconditions";

    /**
     * {@return what must hold before a body, or null where nothing must}
     *
     * @param conditions the conditions, or null
     * @param document knows where the conditions stand in its text
     */
    public static @Nullable Preconditions of(@Nullable CompiledConditions conditions, FaultCollector document) {
        return conditions == null ? null : new Preconditions(conditions, document.locate(conditions.pointer()));
    }

    /**
     * Returns the result of a rule that ends here, or null where the body comes next.
     *
     * @param trail takes every condition that is evaluated, or null
     */
    public @Nullable RuleResult stop(RuleEvaluation evaluation, @Nullable Trail trail) {
        ConditionOutcome outcome;
        try {
            outcome = trail == null
                    ? conditions.evaluate(evaluation.scope())
                    : conditions.evaluate(evaluation.scope(), trail, ConditionStep.Use.PRECONDITION);
        } catch (ConditionException exception) {
            String message = NOT_EVALUATED + ": " + exception.getMessage();
            return evaluation.result(RuleStatus.ERROR, message, place, null);
        }
        if (outcome.passed()) {
            return null;
        }
        return evaluation.result(RuleStatus.SKIP, notMet(outcome), place, null);
    }

    /** {@return whether what must hold before the body holds, as far as that is certain} */
    public Certainty certainty(PartScope scope) {
        return conditions.certainty(scope);
    }

    /** {@return the message of a rule whose preconditions do not hold} */
    public static String notMet(ConditionOutcome outcome) {
        return "preconditions not met" + (outcome.message().isEmpty() ? "" : "; " + outcome.message());
    }
}
