package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.spi.RuleBody;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** A body that another module compiled. Whatever it throws ends the rule in status error. */
record ExtensionBody(RuleBody body) implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public @Nullable RuleResult preparedPass() {
        return null;
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        trail.note("other-module", "a body of another module judged, which tells no steps");
        return evaluate(evaluation);
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        try {
            return body.evaluate(evaluation);
        } catch (RuntimeException exception) {
            return evaluation.error("rule body ended with an exception: " + exception.getMessage(), exception);
        }
    }
}
