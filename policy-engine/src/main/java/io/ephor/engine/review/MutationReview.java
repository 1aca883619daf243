package io.ephor.engine.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import java.util.Objects;

/**
 * Questions about policies that change resources, asked of an engine: does a policy change again what it has changed
 * already, and does the order of two policies matter? Immutable and thread-safe, as the engine is.
 *
 * <pre>{@code
 * MutationReview review = new MutationReview(engine);
 * Idempotence twice = review.idempotent(policy, pod, EvaluationContext.empty());
 * if (!twice.holds()) {
 *     String changedAgain = YamlDiff.unified(twice.once(), twice.twice());
 * }
 * }</pre>
 *
 * <p>Only the phase of mutation runs, with the same context each time: the same clock, the same random draws, the same
 * lookups.
 */
public final class MutationReview {
    private final PolicyEngine engine;

    /**
     * Creates a review by an engine.
     *
     * @param engine the engine from which the policies come
     */
    public MutationReview(PolicyEngine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * Applies a policy to a resource, and then to what came out.
     *
     * @param policy the policy
     * @param resource the resource; never written to
     * @param context everything that the evaluation knows beside the resource
     * @return whether the second time changed nothing, and otherwise what
     */
    public Idempotence idempotent(Policy policy, JsonNode resource, EvaluationContext context) {
        EvaluationContext mutation = mutation(context);
        EvaluationResult first = engine.evaluate(policy, resource, mutation);
        return new Idempotence(first, engine.evaluate(policy, first.patchedResource(), mutation));
    }

    /**
     * Applies two policies to a resource in either order.
     *
     * @param one a policy
     * @param other another policy
     * @param resource the resource; never written to
     * @param context everything that the evaluation knows beside the resource
     * @return whether both orders lead to the same, and otherwise the difference
     */
    public OrderDependence order(Policy one, Policy other, JsonNode resource, EvaluationContext context) {
        EvaluationContext mutation = mutation(context);
        EvaluationResult oneFirst = engine.evaluate(one, resource, mutation);
        EvaluationResult otherSecond = engine.evaluate(other, oneFirst.patchedResource(), mutation);
        EvaluationResult otherFirst = engine.evaluate(other, resource, mutation);
        EvaluationResult oneSecond = engine.evaluate(one, otherFirst.patchedResource(), mutation);
        return new OrderDependence(otherSecond.patchedResource(), oneSecond.patchedResource());
    }

    private static EvaluationContext mutation(EvaluationContext context) {
        return Objects.requireNonNull(context, "context").toBuilder()
                .phases(Phase.MUTATE)
                .build();
    }
}
