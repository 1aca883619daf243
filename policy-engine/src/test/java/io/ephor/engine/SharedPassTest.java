package io.ephor.engine;

import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SharedPassTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode GOOD = pod("a: x, b: v");
    private static final JsonNode BAD = pod("a: x, b: w");

    @Test
    void passesWhereEveryRulePasses() {
        assertThat(outcomes("", GOOD, EvaluationContext.empty())).containsExactly("one pass", "two pass");
    }

    @Test
    void saysWhichOfTheRulesFails() {
        assertThat(outcomes("", BAD, EvaluationContext.empty())).containsExactly("one pass", "two fail");
        assertThat(outcomes("", pod("b: v"), EvaluationContext.empty())).containsExactly("one fail", "two pass");
    }

    @Test
    void leavesOutRulesOfOtherKinds() {
        JsonNode service = resource("{apiVersion: v1, kind: Service, metadata: {name: s, labels: {a: x, b: v}}}");

        assertThat(outcomes("", service, EvaluationContext.empty())).containsExactly("one pass");
    }

    @Test
    void asksPreconditionsOfARule() {
        String never = ", preconditions: {all: [{key: a, operator: Equals, value: b}]}";

        assertThat(outcomes(never, GOOD, EvaluationContext.empty())).containsExactly("one pass", "two skip");
    }

    @Test
    void hasNoAnswerOnDelete() {
        EvaluationContext delete =
                EvaluationContext.builder().operation(Operation.DELETE).build();

        assertThat(outcomes("", GOOD, delete)).isEmpty();
    }

    @Test
    void looksAtTheNewResourceOfAnUpdate() {
        EvaluationContext update = EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(BAD)
                .build();

        assertThat(outcomes("", GOOD, update)).containsExactly("one pass", "two pass");
    }

    @Test
    void isAskedRuleByRuleWhereAnOldResourceComesWithoutAnUpdate() {
        EvaluationContext both = EvaluationContext.builder()
                .operation(Operation.CREATE)
                .oldResource(GOOD)
                .build();

        assertThat(outcomes("", GOOD, both)).containsExactly("one skip", "two skip");
    }

    private static List<String> outcomes(String ofSecond, JsonNode resource, EvaluationContext context) {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  validationFailureAction: Enforce
                  rules:
                  - {name: one, match: {any: [{resources: {kinds: [Pod, Service]}}]},
                     validate: {pattern: {metadata: {labels: {a: x}}}}}
                  - {name: two, match: {any: [{resources: {kinds: [Pod]}}]},
                     validate: {pattern: {metadata: {labels: {b: v}}}}%s}
                """.formatted(ofSecond));
        return ENGINE.evaluate(policy, resource, context).rules().stream()
                .map(SharedPassTest::outcome)
                .toList();
    }

    private static String outcome(RuleResult result) {
        return result.name() + " " + result.status().name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode pod(String labels) {
        return resource("{apiVersion: v1, kind: Pod, metadata: {name: p, labels: {" + labels + "}}}");
    }
}
