package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A body whose answer is known when it is compiled: an {@code anyPattern} without alternatives, or one that is no list.
 * On DELETE it has no answer.
 */
record PreparedBody(RuleResult result) implements ValidateBody {
    @Override
    public RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return result;
    }

    @Override
    public RuleResult preparedPass() {
        return result;
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        RuleResult answer = evaluate(evaluation);
        if (answer == null) {
            ValidateBody.noteAbsence(trail);
        } else {
            trail.note("fixed-answer", "the rule gives the same answer for every resource");
        }
        return answer;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return evaluation.subject() == null ? null : result;
    }
}
