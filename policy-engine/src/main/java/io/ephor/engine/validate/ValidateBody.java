package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.patterns.Pattern;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** The compiled body of a validate rule. Immutable and thread-safe. */
public interface ValidateBody {
    /**
     * {@return the prepared result of a resource that certainly satisfies the body, or null where only
     * {@link #evaluate} can tell} Allocates nothing where there is such a result.
     */
    @Nullable
    RuleResult fastPass(JsonNode resource, NumberView numbers);

    /**
     * {@return the same for a resource of which queries are asked too}
     *
     * @param parts what queries see
     */
    default @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers, PartScope parts) {
        return fastPass(resource, numbers);
    }

    /** {@return whether the body asks queries, so that its fast pass needs to know what they see} */
    default boolean asksQueries() {
        return false;
    }

    /**
     * Judges the resource as {@link #evaluate} does, where that takes no query; null where only {@link #evaluate} can
     * tell. Not asked on DELETE, nor where exceptions name the rule.
     *
     * @param oldResource the old resource, or null where there is none
     */
    default @Nullable RuleResult settle(
            JsonNode resource, @Nullable JsonNode oldResource, RuleFacts rule, EvaluationContext context) {
        return fastPass(resource, context.numberModel().object());
    }

    /**
     * Judges the resource in the same way, of a body that {@link #asksQueries}.
     *
     * @param oldResource the old resource, or null where there is none
     * @param parts what queries see
     */
    default @Nullable RuleResult settle(
            JsonNode resource,
            @Nullable JsonNode oldResource,
            RuleFacts rule,
            EvaluationContext context,
            PartScope parts) {
        return fastPass(resource, context.numberModel().object(), parts);
    }

    /** Returns the result of most passes, which is one and the same object each time, or null where there is no such. */
    @Nullable
    RuleResult preparedPass();

    /** Returns the pattern where a match of it gives the {@link #preparedPass}, which other things may give too; or null. */
    default @Nullable Pattern passingPattern() {
        return null;
    }

    /**
     * Returns the result of a resource that exceptions keep from being judged, or null where it is judged. Asked before
     * anything else of the body, and only where exceptions name the rule.
     */
    default @Nullable RuleResult excepted(RuleEvaluation evaluation) {
        return evaluation.excepted();
    }

    /**
     * Returns the body to judge with in one evaluation: itself, unless it has variables, whose values are then in it. A
     * body whose variables have no value becomes one that ends in error.
     */
    default ValidateBody resolved(RuleEvaluation evaluation) {
        return this;
    }

    /** {@return whether the body looks at the resource, or the element, other than by queries} */
    default boolean looksAtSubject() {
        return true;
    }

    /**
     * {@return whether an old resource matters on UPDATE alone} For other bodies an old resource beside a new one matters
     * whatever the operation.
     */
    default boolean heedsOldResourceOnUpdateOnly() {
        return false;
    }

    /** {@return whether an old resource matters at all} */
    default boolean heedsOldResource() {
        return true;
    }

    /** {@return whether the rule is asked on DELETE} Where it is not, neither are its preconditions nor its exceptions. */
    default boolean isAskedOnDelete() {
        return true;
    }

    /** Judges the resource, once the body is {@link #resolved}; null where the rule has no answer, as if it had not matched. */
    @Nullable
    RuleResult evaluate(RuleEvaluation evaluation);

    /** Says the same as {@link #evaluate}, once the body is {@link #resolved}, and notes why. */
    default @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return evaluate(evaluation);
    }

    /** Notes that there is no object to compare. */
    static void noteAbsence(Trail trail) {
        trail.note("no-new-object", "the request has no new object to compare: the rule has no answer");
    }
}
