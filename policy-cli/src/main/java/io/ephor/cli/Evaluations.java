package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.test.EvaluationRequest;
import io.ephor.test.RequestCircumstances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Puts resources to all policies of a run. Not thread-safe. */
final class Evaluations {
    private static final Phase[] MUTATION = {Phase.MUTATE, Phase.MUTATE_EXISTING};
    private static final Phase[] VALIDATION = {Phase.VALIDATE};
    private static final Phase[] GENERATION = {Phase.GENERATE};

    private final PolicyEngine engine;
    private final List<Policy> policies;
    private final PolicySet set;
    private final RequestCircumstances circumstances;

    Evaluations(PolicyEngine engine, List<Policy> policies, RequestCircumstances circumstances) {
        this.engine = engine;
        this.policies = policies;
        this.set = engine.set(policies);
        this.circumstances = circumstances;
    }

    /**
     * Lets the policies that mutate do so, one after the other.
     *
     * @return one result for each of them, in the order in which they were named; the last one has the resource as it is
     *     afterwards
     */
    List<EvaluationResult> mutate(JsonNode resource) {
        List<EvaluationResult> results = new ArrayList<>();
        JsonNode current = resource;
        for (Policy policy : policies) {
            if (!Collections.disjoint(policy.phases(), List.of(MUTATION))) {
                EvaluationResult result = evaluate(policy, current, MUTATION);
                current = result.patchedResource();
                results.add(result);
            }
        }
        return results;
    }

    /**
     * Explains what every policy says, in the order of {@link #mutate}, {@link #validate} and {@link #generate}.
     *
     * @return one explanation for each phase of each policy, those of mutation first, those of generation last
     */
    List<Explanation> explain(JsonNode resource) {
        List<Explanation> explanations = new ArrayList<>();
        JsonNode current = resource;
        for (Phase[] phases : List.of(MUTATION, VALIDATION, GENERATION)) {
            for (Policy policy : policies) {
                if (!Collections.disjoint(policy.phases(), List.of(phases))) {
                    EvaluationRequest request = request(policy.name(), current);
                    Explanation why = engine.explain(policy, request.resource(), only(request, phases));
                    current = phases == MUTATION ? why.result().patchedResource() : current;
                    explanations.add(why);
                }
            }
        }
        return explanations;
    }

    /** Validates: one result for each policy that does, in the order in which the policies were named. */
    List<EvaluationResult> validate(JsonNode resource) {
        return !circumstances.values().policies().isEmpty() ? oneByOne(resource) : asSet(resource);
    }

    /** Says when a cleanup policy runs next; empty where it never does. */
    Optional<Instant> nextRun(CleanupPolicy policy) {
        return policy.nextExecution(circumstances.clock().instant());
    }

    /** Says what a cleanup policy would do to a resource now. */
    CleanupDecision cleanup(CleanupPolicy policy, JsonNode resource) {
        EvaluationRequest request = request(policy.name(), resource);
        return engine.shouldDelete(policy, request.resource(), request.context());
    }

    /**
     * Lets the policies that generate do so.
     *
     * @param resource the resource as mutation left it; what exists beside it the lookups of the run say
     * @return one result for each policy of which a rule answered, in the order in which the policies were named
     */
    List<EvaluationResult> generate(JsonNode resource) {
        List<EvaluationResult> results = new ArrayList<>();
        for (Policy policy : policies) {
            if (policy.phases().contains(Phase.GENERATE)) {
                EvaluationResult result = evaluate(policy, resource, Phase.GENERATE);
                if (!result.rules().isEmpty()) {
                    results.add(result);
                }
            }
        }
        return results;
    }

    private List<EvaluationResult> oneByOne(JsonNode resource) {
        List<EvaluationResult> results = new ArrayList<>(policies.size());
        for (Policy policy : policies) {
            if (policy.phases().contains(Phase.VALIDATE)) {
                results.add(evaluate(policy, resource, Phase.VALIDATE));
            }
        }
        return results;
    }

    private EvaluationResult evaluate(Policy policy, JsonNode resource, Phase... phases) {
        EvaluationRequest request = request(policy.name(), resource);
        return engine.evaluate(policy, request.resource(), only(request, phases));
    }

    private static EvaluationContext only(EvaluationRequest request, Phase... phases) {
        return request.context().toBuilder().phases(phases).build();
    }

    private List<EvaluationResult> asSet(JsonNode resource) {
        EvaluationRequest request = request("", resource);
        IdentityHashMap<Policy, EvaluationResult> concerned = new IdentityHashMap<>();
        for (EvaluationResult result : engine.evaluate(set, request.resource(), only(request, Phase.VALIDATE))
                .results()) {
            concerned.put(result.policy(), result);
        }
        List<EvaluationResult> results = new ArrayList<>(policies.size());
        for (Policy policy : policies) {
            EvaluationResult result = concerned.get(policy);
            if (policy.phases().contains(Phase.VALIDATE)) {
                results.add(result == null ? EvaluationResult.of(policy, request.resource(), false) : result);
            }
        }
        return results;
    }

    private EvaluationRequest request(String policy, JsonNode resource) {
        return EvaluationRequest.of(policy, resource, circumstances, null);
    }
}
