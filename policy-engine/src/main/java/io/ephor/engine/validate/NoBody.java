package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * A {@code validate} block that states nothing to check, such as one with {@code assert} only: the rule never answers.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 */
record NoBody() implements ValidateBody {
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
        trail.note("nothing-to-validate", "`validate` states nothing to check");
        return null;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return null;
    }
}
