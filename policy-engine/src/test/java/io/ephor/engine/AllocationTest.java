package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleStatus;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a pass an evaluation allocates its result and next to nothing else. */
class AllocationTest {
    private static final int BYTES_PER_CALL = 96;
    private static final int BYTES_PER_RULE = 24;
    private static final int WARM_UP = 20_000;
    private static final int CALLS = 20_000;

    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pattern: {spec: {containers: [{resources: {requests: {memory: '?*', cpu: '?*'},"
                        + " limits: {memory: '?*', cpu: '?*'}}}]}}",
                "pattern: {spec: {=(ephemeralContainers): [{=(securityContext): {=(privileged): 'false'}}],"
                        + " =(initContainers): [{=(securityContext): {=(privileged): 'false'}}],"
                        + " containers: [{=(securityContext): {=(privileged): 'false'}}]}}",
                "pattern: {spec: {containers: [{image: '*:*'}]}}",
                "pattern: {spec: {containers: [{image: '!*:latest'}]}}",
                "pattern: {spec: {containers: [{(image): 'registry.example.com/shop/*', imagePullPolicy: IfNotPresent}]}}",
                "anyPattern: [{spec: {securityContext: {runAsNonRoot: true}}}, {spec: {hostNetwork: true}}]",
            })
    void allocatesOnlyTheResultOnPass(String validate) throws IOException {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  validationFailureAction: Enforce
                  rules:
                  - {name: one, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {%1$s}}
                  - {name: two, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {%1$s}}
                """.formatted(validate));
        JsonNode pod = pod();
        EvaluationContext context = EvaluationContext.empty();
        EvaluationResult result = ENGINE.evaluate(policy, pod, context);
        assertThat(result.rules()).hasSize(2).allMatch(rule -> rule.status() == RuleStatus.PASS);

        long bytes = bytesPerCall(policy, pod, context);

        assertThat(bytes).isLessThanOrEqualTo(BYTES_PER_CALL + 2 * BYTES_PER_RULE);
    }

    private static long bytesPerCall(Policy policy, JsonNode pod, EvaluationContext context) {
        for (int i = 0; i < WARM_UP; i++) {
            ENGINE.evaluate(policy, pod, context);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            ENGINE.evaluate(policy, pod, context);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    private static JsonNode pod() throws IOException {
        try (InputStream stream = AllocationTest.class.getResourceAsStream("pod.json")) {
            return YamlDocument.parse("pod.json", new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .value();
        }
    }
}
