package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.RuleStatus;
import io.ephor.SetResult;
import io.ephor.values.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a pass an evaluation allocates its result and next to nothing else. */
class AllocationTest {
    private static final int BYTES_PER_CALL = 96;
    private static final int BYTES_PER_RULE = 24;
    private static final int WARM_UP = 20_000;
    private static final int CALLS = 20_000;

    private static final String NOT_DELETED =
            "preconditions: {all: [{key: \"{{ request.operation || 'BACKGROUND' }}\", operator: NotEquals,"
                    + " value: DELETE}]},";
    private static final String ADDED_CAPABILITIES =
            "deny: {conditions: {all: [{key: '{{ request.object.spec.[ephemeralContainers, initContainers, containers][]"
                    + ".securityContext.capabilities.add[] }}', operator: AnyNotIn, value: [NET_BIND_SERVICE, CHOWN]}]}}";
    private static final String DROPPED_CAPABILITIES =
            "foreach: [{list: 'request.object.spec.[ephemeralContainers, initContainers, containers][]', deny:"
                    + " {conditions: {all: [{key: ALL, operator: AnyNotIn, value:"
                    + " '{{ element.securityContext.capabilities.drop[] || `[]` }}'}]}}}]";

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
                ADDED_CAPABILITIES,
                DROPPED_CAPABILITIES,
                "foreach: [{list: request.object.spec.containers, pattern: {image: '*:*'}}]",
                "deny: {conditions: {any: [{key: '{{ request.object.spec.hostNetwork || `false` }}', operator: AnyIn,"
                        + " value: [true]}, {key: '{{ request.object.metadata.namespace }}', operator: Equals,"
                        + " value: kube-*}]}}",
            })
    void allocatesOnlyTheResultOnPass(String validate) throws IOException {
        Policy policy = policy(validate);
        JsonNode pod = pod();
        EvaluationContext context = EvaluationContext.empty();
        EvaluationResult result = ENGINE.evaluate(policy, pod, context);
        assertThat(result.rules()).hasSize(2).allMatch(rule -> rule.status() == RuleStatus.PASS);

        long bytes = bytesPerCall(() -> ENGINE.evaluate(policy, pod, context));

        assertThat(bytes).isLessThanOrEqualTo(BYTES_PER_CALL + 2 * BYTES_PER_RULE);
    }

    @Test
    void allocatesOnlyTheResultOnPassOfASet() throws IOException {
        PolicySet set = ENGINE.set(List.of(
                policy(ADDED_CAPABILITIES),
                policy(DROPPED_CAPABILITIES),
                policy("pattern: {spec: {containers: [{image: '*:*'}]}}"),
                policy("pattern: {spec: {containers: [{image: '!*:latest'}]}}")));
        JsonNode pod = pod();
        EvaluationContext context = EvaluationContext.empty();
        SetResult result = ENGINE.evaluate(set, pod, context);
        assertThat(result.results())
                .hasSize(4)
                .allMatch(one -> one.failures().isEmpty() && one.rules().size() == 2);

        long bytes = bytesPerCall(() -> ENGINE.evaluate(set, pod, context));

        assertThat(bytes).isLessThanOrEqualTo(BYTES_PER_CALL + 8 * BYTES_PER_RULE);
    }

    @Test
    void allocatesOnlyTheResultOnPassOfAPodController() {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - name: one
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    validate: {pattern: {spec: {containers: [{image: '*:*'}]}}}
                """);
        JsonNode deployment = YamlDocument.parse(
                        "deployment.yaml",
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d},"
                                + " spec: {template: {spec: {containers: [{name: c, image: 'a:1'}]}}}}")
                .value();
        EvaluationContext context = EvaluationContext.empty();
        assertThat(ENGINE.evaluate(policy, deployment, context).rules())
                .singleElement()
                .matches(rule -> rule.status() == RuleStatus.PASS && rule.name().equals("autogen-one"));

        long bytes = bytesPerCall(() -> ENGINE.evaluate(policy, deployment, context));

        assertThat(bytes).isLessThanOrEqualTo(BYTES_PER_CALL + BYTES_PER_RULE);
    }

    @Test
    void allocatesNothingForRulesOfOtherKinds() throws IOException {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - name: services
                    match: {any: [{resources: {kinds: [Service]}}]}
                    validate: {pattern: {spec: {type: '!NodePort'}}}
                  - name: pods
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    validate: {pattern: {spec: {containers: [{image: '*:*'}]}}}
                """);
        JsonNode pod = pod();
        EvaluationContext context = EvaluationContext.empty();
        assertThat(ENGINE.evaluate(policy, pod, context).rules())
                .singleElement()
                .matches(rule -> rule.status() == RuleStatus.PASS && rule.name().equals("pods"));

        long bytes = bytesPerCall(() -> ENGINE.evaluate(policy, pod, context));

        assertThat(bytes).isLessThanOrEqualTo(BYTES_PER_CALL + BYTES_PER_RULE);
    }

    private static Policy policy(String validate) {
        return ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  validationFailureAction: Enforce
                  rules:
                  - {name: one, match: {any: [{resources: {kinds: [Pod]}}]}, %1$s validate: {%2$s}}
                  - {name: two, match: {any: [{resources: {kinds: [Pod]}}]}, %1$s validate: {%2$s}}
                """.formatted(validate.startsWith("pattern") ? "" : NOT_DELETED, validate));
    }

    private static long bytesPerCall(Runnable call) {
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
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
