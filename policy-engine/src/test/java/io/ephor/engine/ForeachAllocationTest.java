package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.EvaluationContext;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleStatus;
import io.ephor.values.YamlDocument;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work for a list grows with the list and no faster. */
class ForeachAllocationTest {
    private static final double STEEPEST = 1.05;
    private static final int BYTES_PER_CONTAINER = 1_000;
    private static final int WARM_UP = 2_000;
    private static final int CALLS = 500;

    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{list: request.object.spec.containers, pattern: {image: '*:*'}}",
                "{list: request.object.spec.containers, deny: {conditions: {any: ["
                        + "{key: '{{ element.image }}', operator: Equals, value: 'nothing:{{ elementIndex }}'}]}}}",
                "{list: request.object.spec.containers, context: [{name: tag, variable: {jmesPath: \"split(element.image,"
                        + " ':')[1]\"}}], preconditions: {all: [{key: '{{ tag }}', operator: NotEquals, value: ''}]},"
                        + " deny: {conditions: {any: [{key: '{{ tag }}', operator: Equals, value: latest}]}}}",
                "{list: request.object.spec.containers, foreach: [{list: element.ports, deny: {conditions: {any: ["
                        + "{key: '{{ element.containerPort }}', operator: LessThan, value: 80}]}}}]}",
            })
    void growsWithTheListAndNoFaster(String foreach) {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - {name: one, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {foreach: [%s]}}
                """.formatted(foreach));

        double ten = bytesPerCall(policy, pod(10));
        double hundred = bytesPerCall(policy, pod(100));

        double slope = Math.log10(Math.max(hundred, 1) / Math.max(ten, 1));
        System.out.println(foreach + ": " + ten + " bytes for 10 containers, " + hundred + " for 100, slope " + slope);
        assertThat(slope).isLessThanOrEqualTo(STEEPEST);
        assertThat((hundred - ten) / 90).isLessThanOrEqualTo(BYTES_PER_CONTAINER);
    }

    private static double bytesPerCall(Policy policy, JsonNode pod) {
        EvaluationContext context = EvaluationContext.empty();
        assertThat(ENGINE.evaluate(policy, pod, context).rules())
                .singleElement()
                .matches(rule -> rule.status() == RuleStatus.PASS);
        for (int i = 0; i < WARM_UP; i++) {
            ENGINE.evaluate(policy, pod, context);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            ENGINE.evaluate(policy, pod, context);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS;
    }

    private static JsonNode pod(int containers) {
        StringBuilder text = new StringBuilder("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [");
        for (int i = 0; i < containers; i++) {
            text.append("{name: c%d, image: 'registry.example.com/shop/web:%d', ports: [{containerPort: 8080}]},"
                    .formatted(i, i));
        }
        return YamlDocument.parse("pod.yaml", text.append("]}}").toString()).value();
    }
}
