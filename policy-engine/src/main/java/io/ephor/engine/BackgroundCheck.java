package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.RuleExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.ConditionStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a rule that works in the background, after the request was let through, has something to do because of a
 * request. No result blocks a request. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/background.go
 */
record BackgroundCheck(RuleFrame frame) {
    private static final String NOT_EVALUATED = "failed to evaluate conditions: ";
    private static final String NOT_EVALUATED_FOR_OLD = "failed to evaluate conditions for old resource: ";

    /**
     * Checks the rule: exceptions, then match, then preconditions. Notes why where the scope takes steps.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param scope what the rules of the policy share
     * @param exceptions the exceptions that name the rule
     * @return pass where the rule is to be applied; fail where it held for the old resource and does not any more; skip
     *     or error where it has nothing to do; null where the rule does not concern the request
     */
    @Nullable
    RuleResult check(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions) {
        JsonNode judged = resource == null ? oldResource : resource;
        if (!exceptions.isEmpty() && judged != null) {
            RuleScope bare = scope.enter(frame.facts().name(), CompiledContext.EMPTY);
            List<CompiledException> holding = new RuleExceptions(exceptions, context).of(judged, bare);
            if (!holding.isEmpty()) {
                return excepted(holding);
            }
        }
        Trail trail = scope.trail();
        if (!matches(MatchRequest.of(resource, context), trail)) {
            boolean left = frame.match().matches(MatchRequest.of(oldResource, context));
            if (left && trail != null) {
                trail.note("trigger-left", "the rule concerns the old object, and not the new one");
            }
            return left ? builder(RuleStatus.FAIL, "").build() : null;
        }
        return frame.preconditions() == null
                ? builder(RuleStatus.PASS, "").build()
                : precondition(
                        frame.preconditions().conditions(),
                        oldResource,
                        scope.enter(frame.facts().name(), frame.entries()));
    }

    private boolean matches(MatchRequest request, @Nullable Trail trail) {
        return trail == null ? frame.match().matches(request) : frame.match().matches(request, trail, frame.pointer());
    }

    private RuleResult precondition(CompiledConditions conditions, @Nullable JsonNode oldResource, RuleScope scope) {
        String failure = NOT_EVALUATED;
        Trail trail = scope.trail();
        try {
            if (outcome(conditions, scope).passed()) {
                return builder(RuleStatus.PASS, "", scope).build();
            }
            if (oldResource != null) {
                failure = NOT_EVALUATED_FOR_OLD;
                scope.object(oldResource);
                if (trail != null) {
                    trail.note("old-object", "the preconditions are asked of the old object");
                }
                ConditionOutcome before = outcome(conditions, scope);
                if (before.passed()) {
                    return builder(RuleStatus.FAIL, before.message(), scope).build();
                }
            }
        } catch (ConditionException exception) {
            return builder(RuleStatus.ERROR, failure + exception.getMessage(), scope)
                    .cause(RuleScope.lookupFailure(exception))
                    .build();
        }
        return builder(RuleStatus.SKIP, "", scope).build();
    }

    /** Returns what preconditions say; where the scope takes steps, every condition is noted. */
    static ConditionOutcome outcome(CompiledConditions conditions, RuleScope scope) {
        Trail trail = scope.trail();
        return trail == null
                ? conditions.evaluate(scope)
                : conditions.evaluate(scope, trail, ConditionStep.Use.PRECONDITION);
    }

    private RuleResult excepted(List<CompiledException> holding) {
        StringBuilder text = new StringBuilder("rule is skipped due to policy exception ");
        for (int i = 0; i < holding.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(holding.get(i).key());
        }
        return builder(RuleStatus.SKIP, text.toString()).exceptions(holding).build();
    }

    private RuleResult.Builder builder(RuleStatus status, String message, RuleScope scope) {
        return builder(status, message).missingLookups(scope.missingLookups());
    }

    private RuleResult.Builder builder(RuleStatus status, String message) {
        RuleFacts facts = frame.facts();
        ReportProperties properties = frame.reportProperties();
        return RuleResult.builder(facts.name(), facts.type(), status, message, facts.source())
                .properties(properties == null ? Map.of() : properties.written());
    }
}
