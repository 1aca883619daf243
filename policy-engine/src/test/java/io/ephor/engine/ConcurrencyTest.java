package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.PolicyEngine;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.SetResult;
import io.ephor.UserInfo;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One engine and one set serve any number of threads, and every thread gets the answers that one alone gets. */
class ConcurrencyTest {
    private static final int THREADS = 16;
    private static final int EVALUATIONS = 1_000_000;

    private static final String POLICIES = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: patterns}
            spec:
              validationFailureAction: Enforce
              rules:
              - name: tag
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate: {message: no latest, pattern: {spec: {containers: [{image: '!*:latest & *:*'}]}}}
              - name: label
                match: {any: [{resources: {kinds: [Pod], operations: [CREATE]}}]}
                validate:
                  message: "{{ request.object.metadata.name }} has no team"
                  anyPattern:
                  - metadata: {labels: {team: '?*'}}
                  - metadata: {=(annotations): {'free-*': 'true'}}
            ---
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: conditions}
            spec:
              background: false
              rules:
              - name: user
                match: {any: [{resources: {kinds: ['*'], namespaces: [shop, 'pay-*']}}]}
                context: [{name: names, variable: {jmesPath: 'request.object.spec.containers[].name || `[]`'}}]
                preconditions: {all: [{key: '{{ request.operation }}', operator: AnyIn, value: [CREATE, UPDATE]}]}
                validate:
                  message: "{{ join(', ', names) }} of {{ request.userInfo.username }}"
                  deny: {conditions: {any: [{key: '{{ length(names) }}', operator: GreaterThan, value: 1}]}}
              - name: each
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate:
                  message: cpu is limited
                  foreach:
                  - list: request.object.spec.containers
                    deny:
                      conditions:
                        all: [{key: "{{ element.resources.limits.cpu || '9' }}", operator: GreaterThan, value: '2'}]
            ---
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: standards}
            spec:
              rules:
              - name: baseline
                match: {any: [{resources: {kinds: [Pod], selector: {matchLabels: {team: 'a*'}}}}]}
                validate: {podSecurity: {level: baseline, version: latest}}
            """;

    private static final List<String> PODS = List.of(
            "{metadata: {name: a, namespace: shop, labels: {team: a1}}, spec: {containers: [{name: x, image: 'i:1'}]}}",
            "{metadata: {name: b, namespace: shop}, spec: {hostNetwork: true, containers: [{name: x, image: 'i:latest'},"
                    + " {name: y, image: i, resources: {limits: {cpu: 500m}}}]}}",
            "{metadata: {name: c, labels: {team: a2}, annotations: {free-1: 'false'}}, spec: {hostNetwork: true,"
                    + " containers: [{name: x, image: 'i:2', resources: {limits: {cpu: '3'}}}]}}");

    private static List<JsonNode> resources() {
        List<JsonNode> resources = new ArrayList<>();
        for (String pod : PODS) {
            resources.add(yaml("{apiVersion: v1, kind: Pod, " + pod.substring(1)));
            resources.add(yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: pay-1},"
                    + " spec: {template: " + pod + "}}"));
            resources.add(yaml("{apiVersion: batch/v1, kind: CronJob, metadata: {name: j},"
                    + " spec: {jobTemplate: {spec: {template: " + pod + "}}}}"));
        }
        resources.add(yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: m, namespace: shop}}"));
        return resources;
    }

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("resource", text).value();
    }

    private static List<EvaluationContext> contexts() {
        EvaluationContext created =
                EvaluationContext.builder().user(UserInfo.of("ann", "dev")).build();
        EvaluationContext removed =
                created.toBuilder().operation(Operation.DELETE).build();
        return List.of(EvaluationContext.empty(), created, removed);
    }

    @Test
    void answersSixteenThreadsAsItAnswersOne() throws Exception {
        PolicyEngine alone = StandardPolicyEngine.create();
        PolicySet set = alone.set(alone.loadAll("policies.yaml", POLICIES).orThrow());
        List<JsonNode> resources = resources();
        List<EvaluationContext> contexts = contexts();
        List<SetResult> expected = new ArrayList<>();
        for (EvaluationContext context : contexts) {
            for (JsonNode resource : resources) {
                expected.add(alone.evaluate(set, resource, context));
            }
        }
        assertThat(expected).extracting(SetResult::blocked).contains(true, false);

        // Another engine: what it makes when it is first asked is made by all threads at once.
        PolicyEngine shared = StandardPolicyEngine.create();
        PolicySet sharedSet =
                shared.set(shared.loadAll("policies.yaml", POLICIES).orThrow());
        CountDownLatch start = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread;
                counts.add(threads.submit(() -> {
                    start.countDown();
                    start.await();
                    int same = 0;
                    for (int i = first; i < EVALUATIONS; i += THREADS) {
                        int question = Math.floorMod(i * 7, expected.size());
                        JsonNode resource = resources.get(question % resources.size());
                        EvaluationContext context = contexts.get(question / resources.size());
                        SetResult answer = shared.evaluate(sharedSet, resource, context);
                        same += isSame(answer, expected.get(question)) ? 1 : 0;
                    }
                    return same;
                }));
            }
            int same = 0;
            for (Future<Integer> count : counts) {
                same += count.get();
            }
            System.out.println(same + " of " + EVALUATIONS + " evaluations by " + THREADS
                    + " threads have the answers of one thread");
            assertThat(same).isEqualTo(EVALUATIONS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isSame(SetResult left, SetResult right) {
        List<EvaluationResult> policies = left.results();
        List<EvaluationResult> others = right.results();
        if (policies.size() != others.size() || left.blocked() != right.blocked()) {
            return false;
        }
        for (int i = 0; i < policies.size(); i++) {
            if (!isSame(policies.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(EvaluationResult left, EvaluationResult right) {
        List<RuleResult> rules = left.rules();
        List<RuleResult> others = right.rules();
        if (!left.policy().name().equals(right.policy().name()) || rules.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            RuleResult rule = rules.get(i);
            RuleResult other = others.get(i);
            boolean same = rule.name().equals(other.name())
                    && rule.status() == other.status()
                    && rule.message().equals(other.message())
                    && String.valueOf(rule.at()).equals(String.valueOf(other.at()));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
