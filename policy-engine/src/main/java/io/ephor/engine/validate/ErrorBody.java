package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** A body whose variables have no value. It ends in error whatever the operation is. */
record ErrorBody(RuleResult result) implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public @Nullable RuleResult preparedPass() {
        return null;
    }

    @Override
    public RuleResult evaluate(RuleEvaluation evaluation) {
        return result;
    }
}
