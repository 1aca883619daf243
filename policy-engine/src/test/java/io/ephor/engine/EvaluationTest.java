package io.ephor.engine;

import static io.ephor.engine.PodPolicies.pod;
import static io.ephor.engine.PodPolicies.policy;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.InvalidPolicyException;
import io.ephor.LoadResult;
import io.ephor.NumberModel;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    @Test
    void failsWithMessagePathAndPlacesOfResourceAndPolicy() {
        Policy policy =
                policy("Audit", "", "message: Label team is required", "pattern: {metadata: {labels: {team: '?*'}}}");

        EvaluationResult result = ENGINE.evaluate(policy, pod("labels: {app: web}"));

        assertThat(result.blocked()).isFalse();
        assertThat(result.failures()).singleElement().satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.FAIL);
            assertThat(rule.message())
                    .isEqualTo(
                            "validation error: Label team is required. rule r failed at path /metadata/labels/team/");
            assertThat(rule.at()).isEqualTo("/metadata/labels/team");
            assertThat(rule.source()).hasToString("policy.yaml:11:43");
            assertThat(rule.failureAction()).isEqualTo(FailureAction.AUDIT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pattern: {spec: {containers: [{image: '!*:latest'}]}}",
                "anyPattern: [{spec: {containers: [{image: '!*:latest'}]}}]"
            })
    void saysTheSameAfterTheResourceWasWrittenTo(String validate) {
        String spec = "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{image: 'a:latest'}]}}";
        JsonNode pod = resource(spec);
        Policy policy = policy("Enforce", "", "message: No latest", validate);
        RuleResult expected = ENGINE.evaluate(policy, resource(spec)).failures().get(0);

        RuleResult failure = ENGINE.evaluate(policy, pod).failures().get(0);
        ((ObjectNode) pod).removeAll();

        assertThat(failure.message())
                .isEqualTo(expected.message())
                .contains("No latest. rule r", "failed at path /spec/containers/0/image/");
        assertThat(failure.at()).isEqualTo(expected.at()).isEqualTo("/spec/containers/0/image");
    }

    @Test
    void keepsSilentAboutResourceThatDoesNotMatch() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '?*'}}}");

        EvaluationResult result =
                ENGINE.evaluate(policy, resource("{apiVersion: v1, kind: Service, metadata: {name: s}}"));

        assertThat(result.rules()).isEmpty();
        assertThat(result.blocked()).isFalse();
    }

    @Test
    void passesWithKyvernosWords() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '?*'}}}");

        EvaluationResult result = ENGINE.evaluate(policy, pod("labels: {team: a}"));

        assertThat(result.rules()).extracting(RuleResult::message).containsExactly("validation rule 'r' passed.");
        assertThat(result.patchedResource()).isSameAs(result.resource());
        assertThat(result.patch()).isEmpty();
    }

    @Test
    void skipsWithTextOfAnchor() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {(team): b, app: '?*'}}}");

        EvaluationResult result = ENGINE.evaluate(policy, pod("labels: {team: a}"));

        assertThat(result.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.SKIP);
            assertThat(rule.message()).startsWith("conditional anchor mismatch: ");
        });
    }

    @Test
    void endsInErrorWhereTrackedAnchorIsMissing() {
        Policy policy = policy("Enforce", "", "pattern: {spec: {^(volumes): [{name: x}], replicas: 2}}");

        EvaluationResult result = ENGINE.evaluate(policy, resource("{kind: Pod, spec: {replicas: 3}}"));

        assertThat(result.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.ERROR);
            assertThat(rule.message())
                    .isEqualTo("validation error: rule r execution error: resource value '3' does not match '2' at path"
                            + " /spec/replicas/");
        });
        assertThat(result.blocked()).as("failurePolicy is Fail by default").isTrue();
    }

    @Test
    void doesNotBlockOnErrorWhereFailurePolicyIsIgnore() {
        Policy policy =
                policy("Enforce", "failurePolicy: Ignore", "pattern: {spec: {^(volumes): [{name: x}], replicas: 2}}");

        assertThat(ENGINE.evaluate(policy, resource("{kind: Pod, spec: {replicas: 3}}"))
                        .blocked())
                .isFalse();
    }

    @Test
    void listsFailedAlternativesOfAnyPattern() {
        Policy policy = policy(
                "Enforce",
                "",
                "message: Be named",
                "anyPattern: [{metadata: {labels: {a: x}}}, {metadata: {labels: {b: q}}}]");

        EvaluationResult failed = ENGINE.evaluate(policy, pod("labels: {a: z}"));
        EvaluationResult passed = ENGINE.evaluate(policy, pod("labels: {b: q}"));

        assertThat(failed.rules())
                .extracting(RuleResult::message)
                .containsExactly("validation error: Be named. rule r[0] failed at path /metadata/labels/a/"
                        + " rule r[1] failed at path /metadata/labels/b/");
        assertThat(passed.rules())
                .extracting(RuleResult::message)
                .containsExactly("validation rule 'r' anyPattern[1] passed.");
    }

    @Test
    void derivesRulesForPodControllersWithPlacesInTheRuleAsWritten() {
        Policy policy = policy("Enforce", "", "pattern: {spec: {hostNetwork: false}}");

        EvaluationResult result = ENGINE.evaluate(
                policy,
                resource("{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {hostNetwork: true}}}}"));

        assertThat(result.failures()).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("autogen-r");
            assertThat(rule.message())
                    .isEqualTo("validation error: rule autogen-r failed at path /spec/template/spec/hostNetwork/");
            assertThat(rule.at()).isEqualTo("/spec/template/spec/hostNetwork");
            assertThat(rule.source().line()).isEqualTo(10);
        });
        assertThat(policy.ruleNames()).containsExactly("r");
        assertThat(policy.ruleCount()).isEqualTo(3);
    }

    @Test
    void seesNumbersAsTheCommandLineOrAsAdmission() {
        Policy policy = policy("Enforce", "", "pattern: {spec: {port: '80*'}}");
        JsonNode resource = resource("{kind: Pod, spec: {port: 8080}}");
        EvaluationContext admission =
                EvaluationContext.builder().numberModel(NumberModel.ADMISSION).build();

        assertThat(ENGINE.evaluate(policy, resource).blocked()).isTrue();
        assertThat(ENGINE.evaluate(policy, resource, admission).blocked()).isFalse();
    }

    @Test
    void answersNothingToPatternsOnDelete() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '?*'}}}");
        EvaluationContext delete =
                EvaluationContext.builder().operation(Operation.DELETE).build();

        assertThat(ENGINE.evaluate(policy, pod("labels: {}"), delete).rules()).isEmpty();
    }

    @Test
    void allowsUpdateToGoOnViolating() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '?*'}}}");
        EvaluationContext fromBad = update(pod("labels: {app: a}"));
        EvaluationContext fromGood = update(pod("labels: {team: a}"));

        RuleResult stillBad = ENGINE.evaluate(policy, pod("labels: {app: b}"), fromBad)
                .rules()
                .get(0);
        RuleResult turnedBad = ENGINE.evaluate(policy, pod("labels: {app: b}"), fromGood)
                .rules()
                .get(0);

        assertThat(stillBad.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(stillBad.message()).isEqualTo("skipping the rule evaluation as pre-existing violations are allowed");
        assertThat(turnedBad.status()).isEqualTo(RuleStatus.FAIL);
    }

    @Test
    void refusesUpdateThatGoesOnViolatingWhereThePolicySaysSo() {
        Policy policy =
                policy("Enforce", "", "allowExistingViolations: false", "pattern: {metadata: {labels: {team: '?*'}}}");

        assertThat(ENGINE.evaluate(policy, pod("labels: {app: b}"), update(pod("labels: {app: a}")))
                        .blocked())
                .isTrue();
    }

    @Test
    void overridesFailureActionByNamespaceAndItsLabels() {
        Policy policy = policy(
                "Audit",
                "validationFailureActionOverrides: [{action: Enforce, namespaces: ['prod-*']},"
                        + " {action: Enforce, namespaceSelector: {matchLabels: {tier: one}}}]",
                "pattern: {metadata: {labels: {team: '?*'}}}");
        EvaluationContext tierOne = EvaluationContext.builder()
                .namespaceLabels(Map.of("tier", "one"))
                .build();

        assertThat(ENGINE.evaluate(policy, pod("namespace: prod-1, labels: {}")).blocked())
                .isTrue();
        assertThat(ENGINE.evaluate(policy, pod("namespace: dev, labels: {}")).blocked())
                .isFalse();
        assertThat(ENGINE.evaluate(policy, pod("namespace: dev, labels: {}"), tierOne)
                        .blocked())
                .isTrue();
    }

    @Test
    void stopsAfterFirstAppliedRuleWhereOneIsAsked() {
        String rules = """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  applyRules: One
                  rules:
                  - {name: skips, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {(a): 1}}}
                  - {name: passes, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {kind: Pod}}}
                  - {name: never, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {kind: Pod}}}
                """;

        EvaluationResult result = ENGINE.evaluate(ENGINE.load("policy.yaml", rules), pod("labels: {}"));

        assertThat(result.rules()).extracting(RuleResult::name).containsExactly("skips", "passes");
    }

    @Test
    void confinesNamespacedPolicyToItsNamespace() {
        Policy policy = ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: Policy
                metadata: {name: p, namespace: shop}
                spec:
                  rules:
                  - {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {kind: Pod}}}
                """);

        assertThat(ENGINE.evaluate(policy, pod("namespace: shop")).rules()).hasSize(1);
        assertThat(ENGINE.evaluate(policy, pod("namespace: other")).rules()).isEmpty();
        assertThat(ENGINE.evaluate(policy, pod("name: nowhere")).rules()).isEmpty();
    }

    @Test
    void runsOnlyTheGivenPhases() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {team: '?*'}}}");
        EvaluationContext mutateOnly =
                EvaluationContext.builder().phases(Phase.MUTATE).build();

        assertThat(ENGINE.evaluate(policy, pod("labels: {}"), mutateOnly).rules())
                .isEmpty();
    }

    @Test
    void neverWritesToPolicyOrResource() {
        Policy policy = policy("Enforce", "", "pattern: {metadata: {labels: {'te*': '?*'}}}");
        JsonNode resource = pod("labels: {team: a}");
        JsonNode before = resource.deepCopy();

        ENGINE.evaluate(policy, resource);

        assertThat(resource.toString()).isEqualTo(before.toString());
    }

    @Test
    void namesFeatureThatIsNotSupportedAndItsPlace() {
        assertThatThrownBy(() -> policy("Enforce", "", "cel: {expressions: [{expression: 'true'}]}"))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        exception -> assertThat(exception.diagnostics())
                                .singleElement()
                                .satisfies(diagnostic -> {
                                    assertThat(diagnostic.code()).isEqualTo("unsupported-feature");
                                    assertThat(diagnostic.feature()).isEqualTo("validate.cel");
                                    assertThat(diagnostic.pointer()).isEqualTo("/spec/rules/0/validate/cel");
                                    assertThat(diagnostic.subject()).isEqualTo("rule `r`");
                                    assertThat(diagnostic.range()).hasToString("policy.yaml:10:7");
                                }));
    }

    @Test
    void refusesTextWithoutOrWithSeveralPolicies() {
        String one = """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  rules:
                  - {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {kind: Pod}}}
                """;

        assertThatThrownBy(() -> ENGINE.load("p.yaml", "")).hasMessageContaining("error[no-policy]");
        assertThatThrownBy(() -> ENGINE.load("p.yaml", one + "---\n" + one))
                .hasMessageContaining("error[several-policies]");
        assertThat(ENGINE.loadAll("p.yaml", one + "---\n" + one).orThrow().policies())
                .hasSize(2);
    }

    @Test
    void losesNoDocumentToABadOne() {
        LoadResult loaded = ENGINE.loadAll("p.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: bad}
                spec:
                  ruls: []
                ---
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: good}
                spec:
                  rules:
                  - {name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate: {pattern: {kind: Pod}}}
                """);

        assertThat(loaded.policies()).extracting(Policy::name).containsExactly("good");
        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.diagnostics()).extracting(Diagnostic::code).contains("unknown-field");
    }

    private static EvaluationContext update(JsonNode oldResource) {
        return EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(oldResource)
                .build();
    }
}
