package io.ephor.engine;

import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Explanation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleExplanation;
import io.ephor.RuleResult;
import io.ephor.explain.Step;
import java.util.List;
import java.util.Locale;

/** Policies that are explained, and held to what they say without. */
final class Explained {
    static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              containers:
              - {name: web, image: "shop/web:latest"}
              - {name: log, image: "shop/log:1.2"}
            """;

    private Explained() {}

    static Policy policy(String rules) {
        return ENGINE.load("p.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p, annotations: {pod-policies.kyverno.io/autogen-controllers: none}}
                spec:
                  validationFailureAction: Enforce
                  rules:
                """ + rules.indent(2));
    }

    static Policy rule(String body) {
        return policy("- name: r\n  match: {any: [{resources: {kinds: [Pod]}}]}\n" + body.indent(2));
    }

    static RuleExplanation explain(Policy policy) {
        return explain(policy, EvaluationContext.empty());
    }

    /** Explains the one rule of a policy, and holds the explanation to the evaluation. */
    static RuleExplanation explain(Policy policy, EvaluationContext context) {
        Explanation why = whole(policy, POD, context);
        assertThat(why.rules()).hasSize(1);
        return why.rules().get(0);
    }

    static Explanation whole(Policy policy, String resource, EvaluationContext context) {
        JsonNode node = resource(resource);
        EvaluationResult evaluated = ENGINE.evaluate(policy, node, context);
        Explanation why = ENGINE.explain(policy, node, context);
        assertThat(why.result().rules())
                .extracting(RuleResult::toString)
                .isEqualTo(evaluated.rules().stream().map(RuleResult::toString).toList());
        assertThat(why.result().blocked()).isEqualTo(evaluated.blocked());
        assertThat(why.render()).contains(policy.name());
        return why;
    }

    /** Returns the context of an evaluation with exceptions from the rule {@code r}, one for each kind. */
    static EvaluationContext excepting(String... kinds) {
        StringBuilder text = new StringBuilder();
        for (String kind : kinds) {
            text.append("""
                    ---
                    apiVersion: kyverno.io/v2
                    kind: PolicyException
                    metadata: {name: for-%s, namespace: shop}
                    spec:
                      exceptions: [{policyName: p, ruleNames: [r]}]
                      match: {any: [{resources: {kinds: [%s]}}]}
                    """.formatted(kind.toLowerCase(Locale.ROOT), kind));
        }
        return EvaluationContext.builder()
                .exceptions(ENGINE.loadAll("e.yaml", text.toString()).orThrow().exceptions())
                .build();
    }

    static <T extends Step> T only(List<Step> steps, Class<T> type) {
        List<T> found = all(steps, type);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    static <T extends Step> List<T> all(List<Step> steps, Class<T> type) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
