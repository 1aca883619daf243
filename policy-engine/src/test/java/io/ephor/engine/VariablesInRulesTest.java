package io.ephor.engine;

import static io.ephor.engine.PodPolicies.pod;
import static io.ephor.engine.PodPolicies.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ephor.Diagnostic;
import io.ephor.EvaluationResult;
import io.ephor.InvalidPolicyException;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesInRulesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    @Test
    void deniesAlwaysWithoutConditions() {
        EvaluationResult result = ENGINE.evaluate(policy("Enforce", "", "deny: {}"), pod("labels: {team: a}"));

        assertThat(result.failures())
                .extracting(RuleResult::message)
                .containsExactly("validation error: rule r failed");
        assertThat(result.blocked()).isTrue();
    }

    @Test
    void deniesWhereConditionsHoldAndShowsVariablesInTheMessage() {
        Policy policy = policy(
                "Enforce",
                "",
                "message: 'not {{ request.object.metadata.labels.team }}'",
                "deny: {conditions: {any: [{key: "
                        + "'{{ request.object.metadata.labels.team }}', operator: AnyIn, value: [a, b]}]}}");

        assertThat(ENGINE.evaluate(policy, pod("labels: {team: a}")).failures())
                .extracting(RuleResult::message)
                .containsExactly("not a");
        assertThat(ENGINE.evaluate(policy, pod("labels: {team: c}")).rules())
                .extracting(RuleResult::message)
                .containsExactly("validation rule 'r' passed.");
    }

    @Test
    void endsInErrorWhereVariableOfConditionHasNoValue() {
        Policy policy = policy(
                "Enforce",
                "",
                "deny: {conditions: {any: [{key: '{{ request.object.nope }}', operator: Equals, value: a}]}}");

        assertThat(ENGINE.evaluate(policy, pod("labels: {team: a}")).rules())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.status()).isEqualTo(RuleStatus.ERROR);
                    assertThat(rule.message())
                            .isEqualTo(
                                    "failed to check deny conditions: failed to substitute variables in condition key:"
                                            + " failed to resolve request.object.nope at path : JMESPath query failed: Unknown key"
                                            + " \"nope\" in path");
                });
    }

    @Test
    void matchesPatternWithTheValuesOfItsVariables() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '{{ request.object.kind }}'}}}");

        assertThat(ENGINE.evaluate(policy, pod("labels: {team: Pod}")).blocked())
                .isFalse();
        assertThat(ENGINE.evaluate(policy, pod("labels: {team: Job}")).failures())
                .extracting(RuleResult::message)
                .containsExactly("validation error: rule r failed at path /metadata/labels/team/");
    }

    @Test
    void reportsInvalidExpressionAtItsPlace() {
        assertThatThrownBy(() -> policy("Enforce", "", "pattern: {metadata: {name: '{{ request.. }}'}}"))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        exception -> assertThat(exception.diagnostics())
                                .extracting(Diagnostic::pointer)
                                .containsExactly("/spec/rules/0/validate/pattern/metadata/name"));
    }

    @Test
    void addsReportPropertiesToEveryResult() {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - name: r
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    preconditions: {all: [{key: '{{ request.object.metadata.labels.skip }}', operator: Equals, value: 'no'}]}
                    reportProperties: {owner: '{{ request.object.metadata.labels.team }}', level: high}
                    validate: {pattern: {metadata: {labels: {team: a*}}}}
                """);

        assertThat(properties(policy, "labels: {skip: 'no', team: a1}"))
                .isEqualTo(Map.of("owner", "a1", "level", "high"));
        assertThat(properties(policy, "labels: {skip: 'no', team: b}"))
                .isEqualTo(Map.of("owner", "b", "level", "high"));
        Map<String, String> written = Map.of("owner", "{{ request.object.metadata.labels.team }}", "level", "high");
        assertThat(properties(policy, "labels: {skip: 'no'}")).isEqualTo(written);
        assertThat(properties(policy, "labels: {skip: 'yes', team: b}")).isEqualTo(written);
    }

    private static Map<String, String> properties(Policy policy, String metadata) {
        return ENGINE.evaluate(policy, pod(metadata)).rules().get(0).properties();
    }
}
