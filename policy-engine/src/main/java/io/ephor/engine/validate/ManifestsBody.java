package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.MissingLookup;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.manifests.CompiledManifests;
import io.ephor.engine.manifests.SignatureOutcome;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.QueryException;
import io.ephor.values.NumberView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.manifests}. On DELETE the rule is not asked; old objects and the message of the rule play no part. A dry
 * run is allowed without looking.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_manifest.go
 */
record ManifestsBody(CompiledManifests manifests) implements ValidateBody {
    private static final String ERROR = "error occurred during manifest verification: ";
    private static final List<MissingLookup> MISSING =
            List.of(MissingLookup.of("validate.manifests", "manifestSignatures"));

    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public @Nullable RuleResult preparedPass() {
        return null;
    }

    @Override
    public boolean isAskedOnDelete() {
        return false;
    }

    @Override
    public boolean heedsOldResource() {
        return false;
    }

    @Override
    public RuleResult evaluate(RuleEvaluation evaluation) {
        return judge(evaluation, null);
    }

    @Override
    public RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return judge(evaluation, trail);
    }

    private RuleResult judge(RuleEvaluation evaluation, @Nullable Trail trail) {
        JsonNode request;
        try {
            request = evaluation.scope().query("request");
        } catch (QueryException exception) {
            return error(evaluation, "failed to get a request from policyContext: " + exception.text(), exception);
        }
        JsonNode resource = request.path("object");
        if (!resource.isObject()) {
            return error(evaluation, "failed to Unmarshal a requested object: expected an object", null);
        }
        if (request.path("dryRun").booleanValue()) {
            return evaluation.pass("allowed because of DryRun request");
        }
        if (!evaluation.scope().knowsManifestSignatures()) {
            return error(evaluation, "no lookup of signatures of manifests was given", null)
                    .withMissingLookups(MISSING);
        }
        return result(manifests.verify(resource, evaluation.scope(), trail), evaluation);
    }

    private static RuleResult result(SignatureOutcome outcome, RuleEvaluation evaluation) {
        if (outcome instanceof SignatureOutcome.Refused refused) {
            return evaluation.result(RuleStatus.FAIL, refused.text(), refused.place(), null);
        }
        return outcome instanceof SignatureOutcome.Failed failed
                ? error(evaluation, failed.text(), failed.cause())
                : evaluation.pass(outcome.text());
    }

    private static RuleResult error(RuleEvaluation evaluation, String reason, @Nullable Throwable cause) {
        return evaluation.error(ERROR + reason, cause);
    }
}
