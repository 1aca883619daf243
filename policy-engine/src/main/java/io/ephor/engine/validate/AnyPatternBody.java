package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternDecision;
import io.ephor.patterns.PatternMatch;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.anyPattern} with at least one alternative. The first one that matches decides; where none does, the
 * alternatives that an anchor skipped are left out of the message, unless all were skipped.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 */
final class AnyPatternBody implements ValidateBody {
    private final Pattern[] patterns;
    private final JsonNode trees;
    private final RuleMessage message;
    private final PatternPlace place;
    private final RuleResult[] passed;

    /**
     * @param trees the alternatives as a list, variables replaced
     * @param passed the prepared results, by the index of the alternative that matched
     */
    AnyPatternBody(
            List<Pattern> patterns, JsonNode trees, RuleMessage message, PatternPlace place, List<RuleResult> passed) {
        this.patterns = patterns.toArray(new Pattern[0]);
        this.trees = trees;
        this.message = message;
        this.place = place;
        this.passed = passed.toArray(new RuleResult[0]);
    }

    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        // Only the first alternative: whether it fails for certain is known to the slow pass alone.
        return patterns[0].certainlyMatches(resource, numbers) ? passed[0] : null;
    }

    @Override
    public @Nullable RuleResult settle(
            JsonNode resource, @Nullable JsonNode oldResource, RuleFacts rule, EvaluationContext context) {
        NumberView numbers = context.numberModel().object();
        PatternMatch first = message.isFixed() ? patterns[0].match(resource, numbers) : null;
        if (first == null) {
            return fastPass(resource, numbers);
        }
        return first instanceof PatternMatch.Matched
                ? passed[0]
                : judge(first, resource, RuleEvaluation.withoutQueries(rule, resource, oldResource, context), null);
    }

    @Override
    public Pattern passingPattern() {
        return patterns[0];
    }

    @Override
    public RuleResult preparedPass() {
        return passed[0];
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            return null;
        }
        return judge(match(0, resource, evaluation, null), resource, evaluation, null);
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            ValidateBody.noteAbsence(trail);
            return null;
        }
        return judge(match(0, resource, evaluation, trail), resource, evaluation, trail);
    }

    private PatternMatch match(int index, JsonNode resource, RuleEvaluation evaluation, @Nullable Trail trail) {
        if (trail == null) {
            return patterns[index].match(resource, evaluation.numbers());
        }
        PatternDecision decision = patterns[index].decide(resource, evaluation.numbers());
        trail.add(place.step(index, decision, trees.path(index), resource, trail));
        return decision.match();
    }

    /** Judges a resource by what the first alternative says of it, and by the others where it does not match. */
    private RuleResult judge(PatternMatch first, JsonNode resource, RuleEvaluation evaluation, @Nullable Trail trail) {
        PatternMatch[] matches = new PatternMatch[patterns.length];
        int failures = 0;
        PatternMatch.@Nullable Mismatched only = null;
        for (int i = 0; i < patterns.length; i++) {
            PatternMatch match = i == 0 ? first : match(i, resource, evaluation, trail);
            if (match instanceof PatternMatch.Matched) {
                return passed[i];
            }
            matches[i] = match;
            failures += match instanceof PatternMatch.Skipped ? 0 : 1;
            only = match instanceof PatternMatch.Mismatched mismatch ? mismatch : only;
        }
        if (failures == 0) {
            return evaluation.skip(said(matches));
        }
        PatternMatch.Mismatched at = failures == 1 ? only : null;
        return evaluation.fail(
                message.failed(() -> said(matches), evaluation),
                () -> place.of(""),
                at == null ? () -> null : at::pointer);
    }

    /** Returns what the alternatives say; where one failed, those that an anchor skipped say nothing. */
    private String said(PatternMatch[] matches) {
        StringBuilder skipped = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] instanceof PatternMatch.Skipped match) {
                append(skipped, i, " skipped: ", match.text());
            } else if (matches[i] instanceof PatternMatch.Failed match) {
                append(failed, i, " failed: ", match.text());
            } else if (matches[i] instanceof PatternMatch.Mismatched match) {
                append(failed, i, " failed at path ", match.path());
            }
        }
        return (failed.length() == 0 ? skipped : failed).toString();
    }

    private void append(StringBuilder text, int index, String outcome, String reason) {
        text.append(text.length() == 0 ? "" : " ")
                .append(alternative(index))
                .append(outcome)
                .append(reason);
    }

    private String alternative(int index) {
        return "rule " + message.rule() + "[" + index + "]";
    }
}
