package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.podsecurity.Excludes;
import io.ephor.engine.podsecurity.Findings;
import io.ephor.engine.podsecurity.PodSecurity;
import io.ephor.engine.podsecurity.PodSecurityOutcome;
import io.ephor.engine.podsecurity.checks.FailedCheck;
import io.ephor.engine.podsecurity.checks.FieldError;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.PodSecurityStep;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.List;
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

    /** Exceptions are looked at while judging: they may exclude controls only. */
    @Override
    public @Nullable RuleResult excepted(RuleEvaluation evaluation) {
        return null;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return judge(evaluation, null);
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return judge(evaluation, trail);
    }

    private @Nullable RuleResult judge(RuleEvaluation evaluation, @Nullable Trail trail) {
        JsonNode resource = evaluation.subject();
        if (resource == null) {
            if (trail != null) {
                ValidateBody.noteAbsence(trail);
            }
            return null;
        }
        List<CompiledException> exceptions = evaluation.exceptions();
        for (CompiledException exception : exceptions) {
            if (exception.podSecurity().isEmpty()) {
                return evaluation.excepted("rule is skipped due to policy exception ", List.of(exception));
            }
        }
        NumberView numbers = evaluation.context().numberModel().object();
        PodSecurityOutcome outcome = podSecurity.judge(resource, numbers);
        if (outcome instanceof PodSecurityOutcome.Forbidden && !exceptions.isEmpty()) {
            Excludes excludes = Excludes.NONE;
            for (CompiledException exception : exceptions) {
                excludes = excludes.and(exception.podSecurity());
            }
            outcome = podSecurity.judge(resource, numbers, excludes);
            if (outcome instanceof PodSecurityOutcome.Allowed) {
                return evaluation.excepted("rule is skipped due to policy exceptions ", exceptions);
            }
        }
        if (trail != null && outcome instanceof PodSecurityOutcome.Forbidden forbidden) {
            forbidden.checks().forEach(check -> trail.add(step(check)));
        }
        return result(outcome, resource, evaluation);
    }

    private PodSecurityStep step(FailedCheck check) {
        List<PodSecurityStep.WrongField> fields = new ArrayList<>(check.errors().size());
        for (FieldError error : check.errors()) {
            fields.add(new PodSecurityStep.WrongField(error.field(), error.badValue()));
        }
        return new PodSecurityStep(place, check.id(), check.reason(), check.detail(), fields);
    }

    private RuleResult result(PodSecurityOutcome outcome, JsonNode resource, RuleEvaluation evaluation) {
        if (outcome instanceof PodSecurityOutcome.Unknown unknown) {
            return evaluation.result(RuleStatus.ERROR, unknown.reason(), place, null);
        }
        if (outcome instanceof PodSecurityOutcome.Forbidden forbidden) {
            String message = "Validation rule '" + passed.name() + "' failed. It violates PodSecurity \""
                    + podSecurity.title() + "\": " + Findings.text(forbidden.checks());
            return evaluation
                    .result(RuleStatus.FAIL, message, place, null)
                    .withPodSecurity(() -> podSecurity.report(forbidden.checks(), resource));
        }
        return passed;
    }
}
