package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the body of a rule, whatever the body does. Immutable and thread-safe.
 *
 * @param pointer the JSON pointer, in the policy, of the rule as written
 * @param entries the context entries that the queries of the rule may mention
 * @param preconditions what must hold before the body is looked at, or null for nothing
 * @param reportProperties what every result says besides, or null for nothing
 */
record RuleFrame(
        String pointer,
        RuleFacts facts,
        CompiledMatch match,
        CompiledContext entries,
        @Nullable Preconditions preconditions,
        @Nullable ReportProperties reportProperties) {
    /** Says whether nothing stands between the match and the body. */
    boolean isBare() {
        return preconditions == null && reportProperties == null;
    }

    /**
     * Opens an evaluation of the rule.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the rule
     */
    RuleEvaluation open(
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions) {
        return new RuleEvaluation(
                facts, resource, oldResource, context, () -> scope.enter(facts.name(), entries), exceptions);
    }

    /**
     * Evaluates the rule: preconditions, properties, then the body.
     *
     * @param trail takes the preconditions, or null
     * @return the result, or null where the body has no answer
     */
    @Nullable
    RuleResult judge(
            RuleEvaluation evaluation, @Nullable Trail trail, Function<RuleEvaluation, @Nullable RuleResult> body) {
        RuleResult stopped = preconditions == null ? null : preconditions.stop(evaluation, trail);
        if (reportProperties == null) {
            return stopped == null ? body.apply(evaluation) : stopped;
        }
        if (stopped != null) {
            return stopped.withProperties(reportProperties.written());
        }
        Map<String, String> properties = reportProperties.resolve(evaluation.scope());
        RuleResult result = body.apply(evaluation);
        return result == null ? null : result.withProperties(properties);
    }

    /** Evaluates the rule as {@link #judge} does, whose body may have any number of answers. */
    List<RuleResult> judgeEach(
            RuleEvaluation evaluation, @Nullable Trail trail, Function<RuleEvaluation, List<RuleResult>> body) {
        List<RuleResult> results = new ArrayList<>();
        RuleResult stopped = preconditions == null ? null : preconditions.stop(evaluation, trail);
        if (stopped != null) {
            results.add(stopped.withProperties(reportProperties == null ? Map.of() : reportProperties.written()));
            return results;
        }
        Map<String, String> properties =
                reportProperties == null ? Map.of() : reportProperties.resolve(evaluation.scope());
        for (RuleResult result : body.apply(evaluation)) {
            results.add(properties.isEmpty() ? result : result.withProperties(properties));
        }
        return results;
    }
}
