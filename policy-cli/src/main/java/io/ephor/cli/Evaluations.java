package io.ephor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.test.EvaluationRequest;
import io.ephor.test.RequestCircumstances;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Puts resources to all policies of a run. Not thread-safe. */
final class Evaluations {
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

    /** Returns one result for each policy, in the order in which the policies were named. */
    List<EvaluationResult> of(JsonNode resource) {
        return !circumstances.values().policies().isEmpty() ? oneByOne(resource) : asSet(resource);
    }

    private List<EvaluationResult> oneByOne(JsonNode resource) {
        List<EvaluationResult> results = new ArrayList<>(policies.size());
        for (Policy policy : policies) {
            EvaluationRequest request = request(policy.name(), resource);
            results.add(engine.evaluate(policy, request.resource(), request.context()));
        }
        return results;
    }

    private List<EvaluationResult> asSet(JsonNode resource) {
        EvaluationRequest request = request("", resource);
        IdentityHashMap<Policy, EvaluationResult> concerned = new IdentityHashMap<>();
        for (EvaluationResult result :
                engine.evaluate(set, request.resource(), request.context()).results()) {
            concerned.put(result.policy(), result);
        }
        List<EvaluationResult> results = new ArrayList<>(policies.size());
        for (Policy policy : policies) {
            EvaluationResult result = concerned.get(policy);
            results.add(result == null ? EvaluationResult.of(policy, request.resource(), false) : result);
        }
        return results;
    }

    private EvaluationRequest request(String policy, JsonNode resource) {
        return EvaluationRequest.of(policy, resource, circumstances, null);
    }
}
