package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.UserInfo;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.validate.RuleEvaluation;
import io.ephor.engine.validate.RuleFacts;
import io.ephor.engine.validate.ValidateBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule, ready to be evaluated: match, exclude, then the body. Immutable and thread-safe.
 *
 * @param existingViolationsAllowed whether an update of a resource that violated the rule before may go on violating it
 */
record CompiledRule(RuleFacts facts, CompiledMatch match, ValidateBody body, boolean existingViolationsAllowed) {
    /** Nobody: the user of an earlier request is not known, and a rule that asks for one must not match. */
    private static final UserInfo UNKNOWN_USER = UserInfo.of(
                    "kyverno:kyverno-invalid-controller", "kyverno:invalidgroup")
            .withRoles(List.of("kyverno:invalidrole"))
            .withClusterRoles(List.of("kyverno:invalidrole"));

    /**
     * Evaluates the rule for a resource that it matches.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @return the result, or null where the rule has no answer
     */
    @Nullable
    RuleResult evaluate(@Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        boolean comparesWithOld = existingViolationsAllowed
                && (context.operation() == Operation.UPDATE || (resource != null && oldResource != null));
        if (resource != null && (!comparesWithOld || context.operation() == Operation.UPDATE)) {
            RuleResult passed = body.fastPass(resource, context.numberModel().object());
            if (passed != null) {
                return passed;
            }
        }
        RuleEvaluation evaluation = new RuleEvaluation(facts, resource, oldResource, context);
        RuleResult result = body.evaluate(evaluation);
        return result != null && comparesWithOld ? compareWithOld(evaluation, result) : result;
    }

    /**
     * Kyverno: pkg/engine/handlers/validation/validate_resource.go. The old resource is judged as if it were created, and
     * both objects without an update are a case that the reference gives up on.
     */
    private RuleResult compareWithOld(RuleEvaluation evaluation, RuleResult result) {
        EvaluationContext context = evaluation.context();
        if (context.operation() != Operation.UPDATE) {
            return evaluation.skip("failed to validate old object");
        }
        JsonNode oldResource = evaluation.oldResource();
        if (result.status() != RuleStatus.FAIL || oldResource == null) {
            return result;
        }
        EvaluationContext before = context.toBuilder()
                .operation(Operation.CREATE)
                .oldResource(null)
                .kind(null)
                .subresource("")
                .user(UNKNOWN_USER)
                .build();
        if (!match.matches(MatchRequest.of(oldResource, before))) {
            return result;
        }
        RuleResult prior = body.evaluate(new RuleEvaluation(facts, oldResource, null, before));
        if (prior == null || prior.status() != RuleStatus.FAIL) {
            return result;
        }
        return evaluation.skip("skipping the rule evaluation as pre-existing violations are allowed");
    }
}
