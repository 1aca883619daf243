package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.podsecurity.Findings;
import io.ephor.engine.podsecurity.PodSecurity;
import io.ephor.engine.podsecurity.PodSecurityOutcome;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.podSecurity}. On DELETE there is no pod to judge, and the rule has no answer. The message of the rule is
 * not shown.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_pss.go
 *
 * @param place the place of the block in the document of the policy
 */
record PodSecurityBody(PodSecurity podSecurity, SourceRange place, RuleResult passed) implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return podSecurity.certainlyAllows(resource, numbers) ? passed : null;
    }

    @Override
    public RuleResult preparedPass() {
        return passed;
    }

    @Override
    public boolean heedsOldResourceOnUpdateOnly() {
        return true;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        JsonNode resource = evaluation.resource();
        if (resource == null) {
            return null;
        }
        PodSecurityOutcome outcome =
                podSecurity.judge(resource, evaluation.context().numberModel().object());
        if (outcome instanceof PodSecurityOutcome.Unknown unknown) {
            return evaluation.result(RuleStatus.ERROR, unknown.reason(), place, null);
        }
        if (outcome instanceof PodSecurityOutcome.Forbidden forbidden) {
            String message = "Validation rule '" + passed.name() + "' failed. It violates PodSecurity \""
                    + podSecurity.title() + "\": " + Findings.text(forbidden.checks());
            return evaluation.result(RuleStatus.FAIL, message, place, null);
        }
        return passed;
    }
}
