package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.Policy;
import java.util.Set;

/**
 * A policy that knows how to evaluate itself: what an engine makes of its own kinds and what a {@link PolicyKind} makes
 * of another module's kind. Callers evaluate through the engine. Implementations are immutable and thread-safe.
 */
public interface ExecutablePolicy extends Policy {
    /**
     * Evaluates the policy.
     *
     * @param resource never written to. On DELETE it is the resource that goes away
     * @param context everything that the evaluation knows beside the resource
     * @return a result whose rules are empty where the policy does not concern the resource
     */
    EvaluationResult evaluate(JsonNode resource, EvaluationContext context);

    /**
     * Evaluates the policy and says why the answer is what it is. By default there are no steps.
     *
     * @param resource never written to. On DELETE it is the resource that goes away
     * @param context everything that the evaluation knows beside the resource
     * @return the result of {@link #evaluate}, and the steps that led to it
     */
    default Explanation explain(JsonNode resource, EvaluationContext context) {
        return Explanation.of(evaluate(resource, context));
    }

    /**
     * {@return the kinds of resource, such as {@code Pod}, that the policy may concern; empty where it must be asked for
     * every resource} A set of policies uses it to leave out what cannot match.
     */
    Set<String> kinds();
}
