package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.RuleExplanation;
import io.ephor.SetResult;
import java.util.Collection;

/**
 * An engine that answers with what it explains. A suite that passes with it shows that explanations come to the recorded
 * answers, that every rule has steps in them, and that they can be written.
 */
final class ExplainingEngine implements PolicyEngine {
    private final PolicyEngine engine;

    ExplainingEngine(PolicyEngine engine) {
        this.engine = engine;
    }

    @Override
    public EvaluationResult evaluate(Policy policy, JsonNode resource, EvaluationContext context) {
        Explanation why = engine.explain(policy, resource, context);
        if (why.render().isEmpty()) {
            throw new IllegalStateException("nothing is written");
        }
        for (RuleExplanation rule : why.rules()) {
            if (rule.steps().isEmpty()) {
                throw new IllegalStateException("nothing explains the rule " + rule.name());
            }
        }
        return why.result();
    }

    @Override
    public Explanation explain(Policy policy, JsonNode resource, EvaluationContext context) {
        return engine.explain(policy, resource, context);
    }

    @Override
    public Policy load(String name, String text) {
        return engine.load(name, text);
    }

    @Override
    public LoadResult loadAll(String name, String text) {
        return engine.loadAll(name, text);
    }

    @Override
    public PolicySet set(Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions) {
        return engine.set(policies, exceptions);
    }

    @Override
    public SetResult evaluate(PolicySet policies, JsonNode resource, EvaluationContext context) {
        return engine.evaluate(policies, resource, context);
    }

    @Override
    public CleanupDecision shouldDelete(CleanupPolicy policy, JsonNode resource, EvaluationContext context) {
        return engine.shouldDelete(policy, resource, context);
    }

    @Override
    public CleanupDecision expiry(JsonNode resource, EvaluationContext context) {
        return engine.expiry(resource, context);
    }
}
