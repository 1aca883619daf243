package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.patterns.Pattern;
import io.ephor.patterns.PatternDecision;
import io.ephor.patterns.PatternMatch;
import io.ephor.values.NumberView;
import java.util.ArrayList;
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
        return judge(resource, evaluation, null);
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            ValidateBody.noteAbsence(trail);
            return null;
        }
        return judge(resource, evaluation, trail);
    }

    private PatternMatch match(int index, JsonNode resource, RuleEvaluation evaluation, @Nullable Trail trail) {
        if (trail == null) {
            return patterns[index].match(resource, evaluation.numbers());
        }
        PatternDecision decision = patterns[index].decide(resource, evaluation.numbers());
        trail.add(place.step(index, decision, trees.path(index), resource, trail));
        return decision.match();
    }

    private RuleResult judge(JsonNode resource, RuleEvaluation evaluation, @Nullable Trail trail) {
        List<String> failures = new ArrayList<>();
        List<String> skips = new ArrayList<>();
        PatternMatch.@Nullable Mismatched only = null;
        for (int i = 0; i < patterns.length; i++) {
            PatternMatch match = match(i, resource, evaluation, trail);
            if (match instanceof PatternMatch.Matched) {
                return passed[i];
            }
            if (match instanceof PatternMatch.Skipped skipped) {
                skips.add(alternative(i) + " skipped: " + skipped.text());
            } else if (match instanceof PatternMatch.Failed failed) {
                failures.add(alternative(i) + " failed: " + failed.text());
            } else if (match instanceof PatternMatch.Mismatched mismatch) {
                failures.add(alternative(i) + " failed at path " + mismatch.path());
                only = mismatch;
            }
        }
        if (failures.isEmpty()) {
            return evaluation.skip(String.join(" ", skips));
        }
        String at = failures.size() == 1 && only != null ? only.pointer() : null;
        return evaluation.result(
                RuleStatus.FAIL, message.failed(String.join(" ", failures), evaluation), place.of(""), at);
    }

    private String alternative(int index) {
        return "rule " + message.rule() + "[" + index + "]";
    }
}
