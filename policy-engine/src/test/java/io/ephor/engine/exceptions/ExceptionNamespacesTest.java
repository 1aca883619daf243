package io.ephor.engine.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.NamespaceLookup;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which labels of its namespace an exception sees, and when they are looked up. */
class ExceptionNamespacesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD = YamlDocument.parse(
                    "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}}")
            .value();
    private static final Policy POLICY = ENGINE.load("policy.yaml", """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: labels}
            spec:
              rules:
              - name: team
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate: {message: no team, pattern: {metadata: {labels: {team: '?*'}}}}
            """);

    private final List<String> asked = new ArrayList<>();

    private static PolicyException exception(String policy) {
        return ENGINE.loadAll("exception.yaml", """
                        apiVersion: kyverno.io/v2
                        kind: PolicyException
                        metadata: {name: legacy, namespace: shop}
                        spec:
                          exceptions: [{policyName: POLICY, ruleNames: ['*']}]
                          match: {any: [{resources: {namespaceSelector: {matchLabels: {tier: old}}}}]}
                        """.replace("POLICY", policy))
                .orThrow()
                .exceptions()
                .get(0);
    }

    private static RuleStatus judge(PolicyException exception, Map<String, String> given, Lookups lookups) {
        EvaluationContext context = EvaluationContext.builder()
                .exceptions(List.of(exception))
                .namespaceLabels(given)
                .lookups(lookups)
                .build();
        return ENGINE.evaluate(POLICY, POD, context).rules().get(0).status();
    }

    private RuleStatus judge(String policy, Map<String, String> given, NamespaceLookup lookup) {
        NamespaceLookup noting = name -> {
            asked.add(name);
            return lookup.labels(name);
        };
        return judge(
                exception(policy), given, Lookups.builder().namespaces(noting).build());
    }

    @Test
    void takesTheLabelsOfTheContextWithoutALookup() {
        Lookups none = Lookups.builder().build();
        assertThat(judge(exception("labels"), Map.of("tier", "old"), none)).isEqualTo(RuleStatus.SKIP);
        assertThat(judge(exception("labels"), Map.of(), none)).isEqualTo(RuleStatus.FAIL);
    }

    @Test
    void takesTheLabelsOfTheLookup() {
        assertThat(judge("labels", Map.of(), name -> Map.of("tier", "old"))).isEqualTo(RuleStatus.SKIP);
        assertThat(judge("labels", Map.of("tier", "old"), name -> Map.of("tier", "new")))
                .isEqualTo(RuleStatus.FAIL);
        assertThat(asked).containsExactly("shop", "shop");
    }

    @Test
    void holdsNowhereWhileTheLabelsAreNotKnown() {
        assertThat(judge("labels", Map.of("tier", "old"), name -> null)).isEqualTo(RuleStatus.FAIL);
        assertThat(judge("labels", Map.of("tier", "old"), name -> {
                    throw new LookupException("no");
                }))
                .isEqualTo(RuleStatus.FAIL);
        assertThat(judge("labels", Map.of("tier", "old"), name -> {
                    throw new IllegalStateException("broken");
                }))
                .isEqualTo(RuleStatus.FAIL);
        assertThat(asked).hasSize(3);
    }

    @Test
    void asksNothingForRulesThatItDoesNotName() {
        assertThat(judge("other", Map.of(), name -> Map.of("tier", "old"))).isEqualTo(RuleStatus.FAIL);
        assertThat(asked).isEmpty();
    }
}
