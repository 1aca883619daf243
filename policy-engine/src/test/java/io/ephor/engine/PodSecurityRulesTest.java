package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.FailureAction;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.values.YamlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodSecurityRulesTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final Policy POLICY = ENGINE.load("policy.yaml", """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: p}
            spec:
              rules:
              - name: r
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate:
                  failureAction: Enforce
                  message: not shown
                  podSecurity: {level: baseline, version: latest}
            """);
    private static final JsonNode SAFE =
            yaml("{kind: Pod, apiVersion: v1, metadata: {name: a}, spec: {containers: []}}");
    private static final JsonNode UNSAFE =
            yaml("{kind: Pod, apiVersion: v1, metadata: {name: a}, spec: {hostPID: true, containers: []}}");
    private static final String FAILED = "Validation rule 'r' failed. It violates PodSecurity \"baseline:latest\":"
            + " (Forbidden reason: host namespaces, field error list:"
            + " [spec.hostPID is forbidden, forbidden values found: true])";

    @Test
    void passesAndFailsInKyvernosWords() {
        assertThat(evaluate(SAFE, EvaluationContext.empty()))
                .singleElement()
                .hasToString("r: pass: Validation rule 'r' passed.");
        assertThat(evaluate(UNSAFE, EvaluationContext.empty())).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(RuleStatus.FAIL);
            assertThat(result.message()).isEqualTo(FAILED);
            assertThat(result.failureAction()).isEqualTo(FailureAction.ENFORCE);
            assertThat(result.source().line()).isEqualTo(11);
        });
    }

    @Test
    void judgesControllersByDerivedRules() {
        JsonNode deployment = yaml("{kind: Deployment, apiVersion: apps/v1, metadata: {name: a},"
                + " spec: {template: {spec: {hostPID: true}}}}");
        assertThat(evaluate(deployment, EvaluationContext.empty()))
                .singleElement()
                .satisfies(result -> assertThat(result.message())
                        .startsWith("Validation rule 'autogen-r' failed.")
                        .contains("[spec.template.spec.hostPID is forbidden"));
    }

    @Test
    void endsInErrorWhereAFieldHasAnotherType() {
        JsonNode pod = yaml("{kind: Pod, apiVersion: v1, metadata: {name: a}, spec: {nodeName: 1}}");
        assertThat(evaluate(pod, EvaluationContext.empty())).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(RuleStatus.ERROR);
            assertThat(result.message())
                    .isEqualTo("Error while getting new resource: json: cannot unmarshal number into Go struct field"
                            + " PodSpec.spec.nodeName of type string");
        });
    }

    @Test
    void forgivesAnUpdateOfWhatViolatedTheStandardsBefore() {
        EvaluationContext.Builder update = EvaluationContext.builder().operation(Operation.UPDATE);
        assertThat(evaluate(UNSAFE, update.oldResource(UNSAFE).build()))
                .extracting(RuleResult::status)
                .containsExactly(RuleStatus.SKIP);
        assertThat(evaluate(UNSAFE, update.oldResource(SAFE).build()))
                .extracting(RuleResult::status)
                .containsExactly(RuleStatus.FAIL);
        assertThat(evaluate(SAFE, update.oldResource(UNSAFE).build()))
                .extracting(RuleResult::status)
                .containsExactly(RuleStatus.PASS);
    }

    @Test
    void ignoresAnOldResourceWithoutAnUpdate() {
        EvaluationContext create = EvaluationContext.builder()
                .operation(Operation.CREATE)
                .oldResource(UNSAFE)
                .build();
        assertThat(evaluate(UNSAFE, create)).extracting(RuleResult::status).containsExactly(RuleStatus.FAIL);
        assertThat(evaluate(SAFE, create)).extracting(RuleResult::status).containsExactly(RuleStatus.PASS);
    }

    @Test
    void saysNothingOnDelete() {
        EvaluationContext delete = EvaluationContext.builder()
                .operation(Operation.DELETE)
                .oldResource(UNSAFE)
                .build();
        assertThat(evaluate(UNSAFE, delete)).isEmpty();
    }

    private static List<RuleResult> evaluate(JsonNode resource, EvaluationContext context) {
        return ENGINE.evaluate(POLICY, resource, context).rules();
    }

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }
}
