package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.SubstitutionException;
import io.ephor.engine.variables.Template;
import io.ephor.values.NumberView;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pattern, or a list of patterns, that has variables: it is compiled anew in every evaluation, with their values in it.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 *
 * @param compiler compiles what the template became; thread-safe
 */
record TemplateBody(Template template, Function<JsonNode, ValidateBody> compiler) implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public @Nullable RuleResult preparedPass() {
        return null;
    }

    @Override
    public ValidateBody resolved(RuleEvaluation evaluation) {
        try {
            return compiler.apply(template.resolve(evaluation.scope()));
        } catch (SubstitutionException exception) {
            String message = "variable substitution failed: " + exception.getMessage();
            return new ErrorBody(evaluation.result(
                    RuleStatus.ERROR, message, evaluation.rule().source(), null));
        }
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return resolved(evaluation).explain(evaluation, trail);
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return resolved(evaluation).evaluate(evaluation);
    }
}
