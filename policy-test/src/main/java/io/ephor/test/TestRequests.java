package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Operation;
import io.ephor.PolicyEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of one test, each made when it is first asked for. Not thread-safe. */
final class TestRequests {
    private final PolicyEngine engine;
    private final RequestCircumstances circumstances;
    private final CloneSources sources;
    private final TestPolicies policies;
    private final Map<ResourceKey, JsonNode> resources;
    private final List<ResourceKey> payloads;
    private final Map<String, Map<ResourceKey, TestEvaluation>> made = new LinkedHashMap<>();

    TestRequests(
            PolicyEngine engine,
            RequestCircumstances circumstances,
            CloneSources sources,
            TestPolicies policies,
            Map<ResourceKey, JsonNode> resources,
            List<ResourceKey> payloads) {
        this.engine = engine;
        this.circumstances = circumstances;
        this.sources = sources;
        this.policies = policies;
        this.resources = resources;
        this.payloads = payloads;
    }

    Map<ResourceKey, TestEvaluation> all(@Nullable Operation operation) {
        return made.computeIfAbsent(String.valueOf(operation), name -> make(operation));
    }

    private Map<ResourceKey, TestEvaluation> make(@Nullable Operation operation) {
        TestRequest request = new TestRequest(engine, circumstances, sources, operation);
        Map<ResourceKey, TestEvaluation> evaluations = new LinkedHashMap<>();
        resources.forEach((key, resource) -> evaluations.put(key, request.evaluate(key, resource, policies.loaded())));
        payloads.forEach(key -> evaluations.put(key, new TestEvaluation(key, operation, List.of())));
        return evaluations;
    }

    List<TestEvaluation> made() {
        List<TestEvaluation> all = new ArrayList<>();
        made.values().forEach(evaluations -> all.addAll(evaluations.values()));
        return all;
    }
}
