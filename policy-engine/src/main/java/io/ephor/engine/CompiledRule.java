package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.FailureAction;
import io.ephor.Operation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.UserInfo;
import io.ephor.engine.conditions.Certainty;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.validate.ValidateBody;
import io.ephor.engine.variables.PartScope;
import io.ephor.explain.OldResourceStep;
import io.ephor.patterns.Pattern;
import io.ephor.values.NumberView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A validate rule, ready to be evaluated: match, exclude, preconditions, then the body. Immutable and thread-safe.
 *
 * @param existingViolationsAllowed whether an update of a resource that violated the rule before may go on violating it
 */
record CompiledRule(RuleFrame frame, ValidateBody body, boolean existingViolationsAllowed) {
    /** Nobody: the user of an earlier request is not known, and a rule that asks for one must not match. */
    private static final UserInfo UNKNOWN_USER = UserInfo.of(
                    "kyverno:kyverno-invalid-controller", "kyverno:invalidgroup")
            .withRoles(List.of("kyverno:invalidrole"))
            .withClusterRoles(List.of("kyverno:invalidrole"));

    /**
     * Evaluates the rule for a resource that it matches, where no exception names the rule and that takes no more than parts
     * of the request.
     *
     * @return the result, or null where only {@link #judge} can tell
     */
    @Nullable
    RuleResult settle(JudgedRequest request) {
        JsonNode resource = request.newObject();
        JsonNode oldResource = request.oldObject();
        EvaluationContext context = request.context();
        if (resource == null || context.operation() == Operation.DELETE) {
            return null;
        }
        boolean compared = comparesWithOld(resource, oldResource, context);
        if (compared && context.operation() != Operation.UPDATE) {
            return null;
        }
        // On UPDATE a pass is enough, whatever there is to say of the old resource.
        NumberView numbers = context.numberModel().object();
        if (frame.isBare() && !body.asksQueries()) {
            return compared
                    ? body.fastPass(resource, numbers)
                    : body.settle(resource, oldResource, frame.facts(), context);
        }
        PartScope parts = parts(request);
        if (parts == null) {
            return null;
        }
        return compared
                ? body.fastPass(resource, numbers, parts)
                : body.settle(resource, oldResource, frame.facts(), context, parts);
    }

    /** Returns the parts of the request where the preconditions certainly hold, and nothing else has to be known; or null. */
    private @Nullable PartScope parts(JudgedRequest request) {
        if (frame.reportProperties() != null || !frame.entries().isEmpty()) {
            return null;
        }
        PartScope parts = request.parts(frame.facts().name());
        boolean open = parts == null
                || (frame.preconditions() != null && frame.preconditions().certainty(parts) != Certainty.YES);
        return open ? null : parts;
    }

    /** Says whether an admission controller evaluates the rule among those of an action. */
    boolean isSortedUnder(FailureAction action, String namespace, Map<String, String> namespaceLabels) {
        return frame.facts().failureActions().inAdmission(namespace, namespaceLabels) == action;
    }

    /** Says whether the rule matches no resource of a kind, whatever else it asks for. */
    boolean leavesOut(String kind) {
        return frame.match().decidesByKind() && !frame.match().matchesKind(kind);
    }

    /** Returns the pattern where a match of it is enough for a resource of the kind to pass; otherwise null. */
    @Nullable
    Pattern passingPattern() {
        return frame.match().decidesByKind() && frame.isBare() ? body.passingPattern() : null;
    }

    /**
     * Evaluates the rule for a resource that it matches.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the rule
     * @return the result, or null where the rule has no answer
     */
    @Nullable
    RuleResult judge(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions) {
        if (isLeftOut(context)) {
            return null;
        }
        RuleEvaluation evaluation = frame.open(resource, oldResource, context, scope, exceptions);
        return frame.judge(evaluation, null, opened -> judgeBody(opened, exceptions, null));
    }

    /**
     * Says the same as a match and {@link #judge}, and notes why.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param named the exceptions that name the rule
     */
    @Nullable
    RuleResult explain(
            MatchRequest request,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> named,
            Trail trail) {
        return trail.at(frame.pointer(), () -> {
            if (!frame.match().matches(request, trail, frame.pointer())) {
                return null;
            }
            if (isLeftOut(context)) {
                ValidateBody.noteAbsence(trail);
                return null;
            }
            RuleEvaluation evaluation = frame.open(resource, oldResource, context, scope, named);
            return frame.judge(evaluation, trail, opened -> judgeBody(opened, named, trail));
        });
    }

    private boolean isLeftOut(EvaluationContext context) {
        return context.operation() == Operation.DELETE && !body.isAskedOnDelete();
    }

    private @Nullable RuleResult judgeBody(
            RuleEvaluation evaluation, List<CompiledException> exceptions, @Nullable Trail trail) {
        JsonNode resource = evaluation.resource();
        JsonNode oldResource = evaluation.oldResource();
        EvaluationContext context = evaluation.context();
        if (!exceptions.isEmpty()) {
            RuleResult excepted = body.excepted(evaluation);
            if (excepted != null) {
                return excepted;
            }
        }
        ValidateBody resolved = body.resolved(evaluation);
        RuleResult result = trail == null ? resolved.evaluate(evaluation) : resolved.explain(evaluation, trail);
        return result != null && comparesWithOld(resource, oldResource, context)
                ? compareWithOld(evaluation, resolved, result, trail)
                : result;
    }

    private boolean comparesWithOld(
            @Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        return existingViolationsAllowed
                && (context.operation() == Operation.UPDATE
                        || (!body.heedsOldResourceOnUpdateOnly() && resource != null && oldResource != null));
    }

    /**
     * Kyverno: pkg/engine/handlers/validation/validate_resource.go. The old resource is judged as if it were created, and
     * both objects without an update are a case that the reference gives up on. A rule with preconditions never matches
     * the old resource there.
     */
    private RuleResult compareWithOld(
            RuleEvaluation evaluation, ValidateBody resolved, RuleResult result, @Nullable Trail trail) {
        EvaluationContext context = evaluation.context();
        if (context.operation() != Operation.UPDATE) {
            return evaluation.skip("failed to validate old object");
        }
        JsonNode oldResource = evaluation.oldResource();
        if (result.status() != RuleStatus.FAIL || oldResource == null || frame.preconditions() != null) {
            return result;
        }
        EvaluationContext before = context.toBuilder()
                .operation(Operation.CREATE)
                .oldResource(null)
                .kind(null)
                .subresource("")
                .user(UNKNOWN_USER)
                .build();
        if (!frame.match().matches(MatchRequest.of(oldResource, before))) {
            if (trail != null) {
                trail.add(new OldResourceStep(frame.facts().source(), false, List.of(), "not compared"));
            }
            return result;
        }
        RuleEvaluation ofOld = evaluation.ofOldResource(before);
        RuleResult prior = trail == null ? resolved.evaluate(ofOld) : explainOld(ofOld, resolved, trail);
        if (prior == null || prior.status() != RuleStatus.FAIL) {
            return result;
        }
        return evaluation.skip("skipping the rule evaluation as pre-existing violations are allowed");
    }

    private @Nullable RuleResult explainOld(RuleEvaluation ofOld, ValidateBody resolved, Trail trail) {
        Trail.Walked<@Nullable RuleResult> walked =
                trail.apart(() -> trail.on(null, () -> resolved.explain(ofOld, trail)));
        RuleResult prior = walked.answer();
        String outcome = prior == null ? "no response" : prior.status().text();
        trail.enclose(new OldResourceStep(frame.facts().source(), true, walked.steps(), outcome), walked.steps());
        return prior;
    }
}
