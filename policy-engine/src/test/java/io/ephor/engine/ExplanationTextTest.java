package io.ephor.engine;

import static io.ephor.engine.Explained.POD;
import static io.ephor.engine.Explained.excepting;
import static io.ephor.engine.Explained.rule;
import static io.ephor.engine.Explained.whole;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import org.junit.jupiter.api.Test;

/** The words of steps that the page on explanations has no example of. */
class ExplanationTextTest {
    private static String text(Policy policy, EvaluationContext context) {
        return whole(policy, POD, context).render();
    }

    private static EvaluationContext updateOf(String old) {
        return EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(resource(old))
                .build();
    }

    @Test
    void saysWhichExceptionsHold() {
        assertThat(text(rule("validate: {pattern: {a: b}}"), excepting("Pod", "Service")))
                .isEqualTo("""
                        ClusterPolicy p (p.yaml:1:1) on Pod shop/web: allowed

                        rule r (p.yaml:7:5): skip
                          match any[0] holds
                          exception shop/for-pod (e.yaml:2:1) holds
                          exception shop/for-service (e.yaml:9:1) does not hold
                          = skip: rule is skipped due to policy exceptionsshop/for-pod
                        """);
    }

    @Test
    void saysHowTheOldResourceWasJudged() {
        assertThat(text(rule("validate: {pattern: {metadata: {name: db}}}"), updateOf(POD)))
                .isEqualTo("""
                        ClusterPolicy p (p.yaml:1:1) on Pod shop/web: allowed

                        rule r (p.yaml:7:5): skip
                          match any[0] holds
                          pattern mismatched: resource value 'web' does not match 'db' at path /metadata/name/
                               9 | validate: {pattern: {metadata: {name: db}}}         /metadata/name: "web"
                          old resource: fail
                            pattern mismatched: resource value 'web' does not match 'db' at path /metadata/name/
                                 9 | validate: {pattern: {metadata: {name: db}}}         "web"
                          = skip: skipping the rule evaluation as pre-existing violations are allowed
                        """);
    }

    @Test
    void saysThatTheRuleDoesNotConcernTheOldResource() {
        String service = "{apiVersion: v1, kind: Service, metadata: {name: web}}";

        assertThat(text(rule("validate: {pattern: {metadata: {name: db}}}"), updateOf(service)))
                .contains("\n  old resource: does not match, nothing is compared\n  = fail: ");
    }

    @Test
    void namesTheFieldsThatPodSecurityFindsWrong() {
        Policy policy = rule("validate: {podSecurity: {level: baseline, version: latest}}");
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {hostPID: true, containers: [{name: a, securityContext: {privileged: true}}]}
                """;

        assertThat(whole(policy, pod, EvaluationContext.empty()).render()).isEqualTo("""
                        ClusterPolicy p (p.yaml:1:1) on Pod web: blocked

                        rule r (p.yaml:7:5): fail
                          match any[0] holds
                          check hostNamespaces: host namespaces: hostPID=true
                            spec.hostPID is true
                          check privileged: privileged: container "a" must not set securityContext.privileged=true
                            spec.containers[0].securityContext.privileged is true
                          = fail: Validation rule 'r' failed. It violates PodSecurity "baseline:latest": \
                        (Forbidden reason: host namespaces, field error list: [spec.hostPID is forbidden, forbidden \
                        values found: true])(Forbidden reason: privileged, field error list: \
                        [spec.containers[0].securityContext.privileged is forbidden, forbidden values found: true])
                        """);
    }

    @Test
    void saysWhyARuleWasNotAsked() {
        EvaluationContext context =
                EvaluationContext.builder().phases(Phase.MUTATE).build();

        assertThat(text(rule("validate: {pattern: {a: b}}"), context)).isEqualTo("""
                        ClusterPolicy p (p.yaml:1:1) on Pod shop/web: no response

                        rule r (p.yaml:7:5): no response
                          not asked: the context leaves the phase of the rule out
                        """);
    }
}
