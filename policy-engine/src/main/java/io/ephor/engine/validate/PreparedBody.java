package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
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
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return evaluation.subject() == null ? null : result;
    }
}
