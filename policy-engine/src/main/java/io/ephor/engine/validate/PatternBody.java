package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternDecision;
import io.ephor.patterns.PatternMatch;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.pattern}. On DELETE there is nothing to match, and the rule has no answer.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 *
 * @param tree the pattern, variables replaced
 */
record PatternBody(Pattern pattern, JsonNode tree, RuleMessage message, PatternPlace place, RuleResult passed)
        implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return pattern.certainlyMatches(resource, numbers) ? passed : null;
    }

    @Override
    public @Nullable RuleResult settle(
            JsonNode resource, @Nullable JsonNode oldResource, RuleFacts rule, EvaluationContext context) {
        NumberView numbers = context.numberModel().object();
        if (!message.isFixed()) {
            return fastPass(resource, numbers);
        }
        PatternMatch match = pattern.match(resource, numbers);
        return match instanceof PatternMatch.Matched
                ? passed
                : result(match, RuleEvaluation.withoutQueries(rule, resource, oldResource, context));
    }

    @Override
    public Pattern passingPattern() {
        return pattern;
    }

    @Override
    public RuleResult preparedPass() {
        return passed;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        JsonNode resource = evaluation.subject();
        return resource == null ? null : result(pattern.match(resource, evaluation.numbers()), evaluation);
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            ValidateBody.noteAbsence(trail);
            return null;
        }
        PatternDecision decision = pattern.decide(resource, evaluation.numbers());
        trail.add(place.step(null, decision, tree, resource, trail));
        return result(decision.match(), evaluation);
    }

    private RuleResult result(PatternMatch match, RuleEvaluation evaluation) {
        if (match instanceof PatternMatch.Mismatched mismatch) {
            return evaluation.fail(
                    message.failedAt(mismatch, evaluation),
                    () -> place.of(mismatch.patternPointer()),
                    mismatch::pointer);
        }
        if (match instanceof PatternMatch.Failed failed) {
            return evaluation.result(
                    RuleStatus.ERROR,
                    message.executionError(failed.text(), evaluation),
                    place.of(failed.patternPointer()),
                    null);
        }
        if (match instanceof PatternMatch.Skipped skipped) {
            return evaluation.skip(skipped.text());
        }
        return passed;
    }
}
