package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.lookup.Lookups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts one resource to all policies of a test, in the order of the reference's command line: every policy first mutates,
 * then every policy validates what came out, then every policy generates.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/processor/policy_processor.go.
 */
final class TestRequest {
    private static final List<List<Phase>> PHASES =
            List.of(List.of(Phase.MUTATE, Phase.MUTATE_EXISTING), List.of(Phase.VALIDATE), List.of(Phase.GENERATE));

    private final PolicyEngine engine;
    private final RequestCircumstances circumstances;
    private final CloneSources sources;
    private final @Nullable Operation operation;

    /** Creates a request; without an operation of its own that of the values holds. */
    TestRequest(
            PolicyEngine engine,
            RequestCircumstances circumstances,
            CloneSources sources,
            @Nullable Operation operation) {
        this.engine = engine;
        this.circumstances = circumstances;
        this.sources = sources;
        this.operation = operation;
    }

    TestEvaluation evaluate(ResourceKey key, JsonNode resource, List<Policy> policies) {
        List<EvaluationResult> results = new ArrayList<>();
        JsonNode current = resource;
        for (List<Phase> phases : PHASES) {
            for (Policy policy : policies) {
                EvaluationResult result = evaluate(current, policy, phases);
                if (!result.rules().isEmpty()) {
                    results.add(result);
                }
                current = result.patchedResource();
            }
        }
        return new TestEvaluation(key, operation, results);
    }

    private EvaluationResult evaluate(JsonNode resource, Policy policy, List<Phase> phases) {
        EvaluationRequest request =
                EvaluationRequest.of(policy.name(), resource, circumstances, operation, phases.toArray(Phase[]::new));
        EvaluationContext context = request.context();
        if (phases.contains(Phase.GENERATE)) {
            Lookups lookups = sources.addTo(circumstances.lookups(), policy, resource);
            context = context.toBuilder().lookups(lookups).build();
        }
        return engine.evaluate(policy, request.resource(), context);
    }
}
