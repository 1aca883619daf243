package io.ephor.engine.exceptions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.engine.context.FailedLookup;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that name a rule, in one evaluation of it. Confined to one thread.
 *
 * @param candidates the exceptions that name the rule
 * @param context the context of the evaluation, whatever the rule is evaluated on
 */
public record RuleExceptions(List<CompiledException> candidates, EvaluationContext context) {
    /**
     * Returns the exceptions that hold for an object, in order. Once there is a candidate, the labels of the namespace of
     * the object are looked up, if they can be; where they are not known, no exception holds. Where steps are noted, every
     * candidate is.
     *
     * <p>Kyverno: pkg/engine/utils/exceptions.go
     *
     * @param object the new object, or the old one where there is no new one
     */
    public List<CompiledException> of(JsonNode object, RuleScope scope) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, String> labels = namespaceLabels(object, scope);
        MatchRequest request = labels == null ? null : MatchRequest.of(object, context, labels);
        Trail trail = scope.trail();
        List<CompiledException> holding = new ArrayList<>();
        for (CompiledException exception : candidates) {
            boolean holds = request != null && exception.holds(request, scope);
            if (holds) {
                holding.add(exception);
            }
            if (trail != null) {
                trail.add(exception.step(holds));
            }
        }
        return holding;
    }

    private @Nullable Map<String, String> namespaceLabels(JsonNode object, RuleScope scope) {
        try {
            return scope.namespaceLabels(object, context);
        } catch (FailedLookup failure) {
            return null;
        }
    }
}
