package io.ephor.engine;

import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Policies of a set walk through a resource together, and say what each says alone. */
class KindPoliciesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final List<Policy> POLICIES = Stream.of(
                    policy("ClusterPolicy", "one", "[Pod]", "{pattern: {metadata: {labels: {a: x}}}}"),
                    policy("ClusterPolicy", "two", "[Pod]", "{pattern: {spec: {containers: [{image: '*:*'}]}}}"),
                    policy("ClusterPolicy", "wild", "[Pod]", "{pattern: {metadata: {=(labels): {=(a*): 'x|y'}}}}"),
                    policy(
                            "ClusterPolicy",
                            "choice",
                            "[Pod]",
                            "{anyPattern: [{metadata: {labels: {a: x}}}, {spec: {b: 1}}]}"),
                    policy("ClusterPolicy", "every", "[v1/*, apps/*]", "{pattern: {metadata: {name: '?*'}}}"),
                    policy("ClusterPolicy", "other", "[Service]", "{pattern: {metadata: {name: s}}}"),
                    policy(
                            "ClusterPolicy",
                            "deny",
                            "[Pod]",
                            "{deny: {conditions: {any: [{key: "
                                    + "'{{ request.object.metadata.labels.b || ''none'' }}', operator: Equals, value: w}]}}}"),
                    policy("Policy", "inside", "[Pod]", "{pattern: {metadata: {labels: {b: v}}}}"))
            .toList();
    private static final PolicySet SET = ENGINE.set(POLICIES);

    @Test
    void saysWhatEachPolicySaysAlone() {
        int passed = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            JsonNode resource = random(random);
            EvaluationContext context = context(random);

            List<String> together = ENGINE.evaluate(SET, resource, context).results().stream()
                    .map(KindPoliciesTest::text)
                    .toList();

            assertThat(together).as("seed %s: %s", seed, resource).isEqualTo(alone(resource, context));
            passed += together.stream().anyMatch(text -> text.contains("one: pass")) ? 1 : 0;
        }
        assertThat(passed).isBetween(100, 1_900);
    }

    @Test
    void heedsTheExceptionsOfTheSetAndOfTheContext() {
        JsonNode pod =
                resource("{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop, labels: {a: x, b: v}},"
                        + " spec: {containers: [{image: 'i:1'}]}}");
        List<PolicyException> exceptions =
                ENGINE.loadAll("exception.yaml", """
                apiVersion: kyverno.io/v2
                kind: PolicyException
                metadata: {name: e, namespace: shop}
                spec:
                  background: false
                  exceptions: [{policyName: two, ruleNames: [two]}]
                  match: {any: [{resources: {kinds: [Pod]}}]}
                """).orThrow().exceptions();
        PolicySet excepting = ENGINE.set(POLICIES, exceptions);
        EvaluationContext excepted =
                EvaluationContext.builder().exceptions(exceptions).build();

        assertThat(ENGINE.evaluate(SET, pod).results().get(1).rules())
                .hasToString("[two: pass: validation rule 'two' passed.]");
        String skipped = "[two: skip: rule is skipped due to policy exceptionsshop/e]";
        assertThat(ENGINE.evaluate(excepting, pod).results().get(1).rules()).hasToString(skipped);
        assertThat(ENGINE.evaluate(SET, pod, excepted).results().get(1).rules()).hasToString(skipped);
    }

    @Test
    void walksSeveralTimesWhereThereAreManyPolicies() {
        List<Policy> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String wanted = i == 100 ? "z" : "x";
            many.add(policy("ClusterPolicy", "p" + i, "[Pod]", "{pattern: {metadata: {labels: {a: " + wanted + "}}}}"));
        }
        JsonNode pod = resource("{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {a: x}}}");

        List<EvaluationResult> results = ENGINE.evaluate(ENGINE.set(many), pod).results();

        assertThat(results).hasSize(150);
        for (int i = 0; i < 150; i++) {
            RuleStatus status = results.get(i).rules().get(0).status();
            assertThat(status).as("p%d", i).isEqualTo(i == 100 ? RuleStatus.FAIL : RuleStatus.PASS);
        }
    }

    @Test
    void remembersNoMoreKindsThanAClusterHas() {
        for (int i = 0; i < 1_000; i++) {
            JsonNode resource = resource("{apiVersion: v1, kind: Kind" + i + ", metadata: {name: p}}");
            assertThat(ENGINE.evaluate(SET, resource).results())
                    .singleElement()
                    .satisfies(result -> assertThat(result.policy().name()).isEqualTo("every"));
        }
    }

    private static List<String> alone(JsonNode resource, EvaluationContext context) {
        List<String> texts = new ArrayList<>();
        for (Policy policy : POLICIES) {
            EvaluationResult result = ENGINE.evaluate(policy, resource, context);
            if (!result.rules().isEmpty()) {
                texts.add(text(result));
            }
        }
        return texts;
    }

    private static String text(EvaluationResult result) {
        return result.policy().name() + " " + result.rules() + (result.blocked() ? " blocked" : "");
    }

    private static JsonNode random(Random random) {
        return resource(
                "{apiVersion: v1, kind: %s, metadata: {name: p, namespace: %s, labels: {%s}}, spec: {%s containers: [%s]}}"
                        .formatted(
                                pick(random, "Pod", "Pod", "Pod", "Service", "Deployment"),
                                pick(random, "shop", "shop", "other"),
                                pick(
                                        random,
                                        "a: x, b: v",
                                        "a: x, b: v",
                                        "a: x",
                                        "ab: y, a: x",
                                        "ab: z, a: x",
                                        "b: w, a: x",
                                        "c: d"),
                                pick(random, "", "b: 1,"),
                                pick(random, "{image: 'i:1'}", "{image: 'i:1'}", "{image: 'i:1'}, {image: i}", "")));
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static EvaluationContext context(Random random) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        switch (random.nextInt(8)) {
            case 0 -> context.operation(Operation.DELETE);
            case 1 -> context.operation(Operation.UPDATE).oldResource(random(random));
            case 2 -> context.oldResource(random(random));
            case 3 -> context.subresource("status");
            case 4 -> context.phases(Phase.MUTATE);
            default -> {}
        }
        return context.build();
    }

    private static Policy policy(String kind, String name, String kinds, String validate) {
        return ENGINE.load(
                name + ".yaml", """
                apiVersion: kyverno.io/v1
                kind: %s
                metadata: {name: %s, namespace: '%s'}
                spec:
                  rules:
                  - {name: %s, match: {any: [{resources: {kinds: %s}}]}, validate: %s}
                """.formatted(kind, name, kind.equals("Policy") ? "shop" : "", name, kinds, validate));
    }
}
