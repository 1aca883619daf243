package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.patterns.Pattern;
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
    private final RuleMessage message;
    private final PatternPlace place;
    private final RuleResult[] passed;

    /**
     * @param passed the prepared results, by the index of the alternative that matched
     */
    AnyPatternBody(List<Pattern> patterns, RuleMessage message, PatternPlace place, List<RuleResult> passed) {
        this.patterns = patterns.toArray(new Pattern[0]);
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
    public RuleResult preparedPass() {
        return passed[0];
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            return null;
        }
        List<String> failures = new ArrayList<>();
        List<String> skips = new ArrayList<>();
        PatternMatch.@Nullable Mismatched only = null;
        for (int i = 0; i < patterns.length; i++) {
            PatternMatch match = patterns[i].match(resource, evaluation.numbers());
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
