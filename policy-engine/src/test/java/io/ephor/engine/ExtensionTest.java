package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.InvalidPolicyException;
import io.ephor.LoadResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.SetResult;
import io.ephor.spi.PolicySource;
import io.ephor.spi.RuleBody;
import io.ephor.spi.RuleBodyCompiler;
import io.ephor.values.YamlDocument;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExtensionTest {
    private static final String REQUIRED_FIELD = """
            apiVersion: test.ephor.io/v1
            kind: RequiredField
            metadata: {name: needs-team}
            spec: {kind: Pod, field: /metadata/labels/team}
            """;
    private static final String CEL_POLICY = """
            apiVersion: kyverno.io/v1
            kind: ClusterPolicy
            metadata: {name: with-cel}
            spec:
              validationFailureAction: Enforce
              rules:
              - name: named
                match: {any: [{resources: {kinds: [ConfigMap]}}]}
                validate:
                  cel:
                    expressions:
                    - expression: object.metadata.name == 'good'
            """;

    @Test
    void policiesOfAnotherModuleValidateWhatOthersMadeOfAResource() {
        PolicyEngine engine = StandardPolicyEngine.builder()
                .policyKind(new RequiredFieldKind())
                .build();
        LoadResult loaded = engine.loadAll("policies.yaml", REQUIRED_FIELD + """
                ---
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: add-team}
                spec:
                  rules:
                  - name: add
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    mutate: {patchStrategicMerge: {metadata: {labels: {team: shop}}}}
                """);
        SetResult result = engine.evaluate(
                engine.set(loaded.orThrow()),
                resource("{apiVersion: v1, kind: Pod, metadata: {name: a}}"),
                EvaluationContext.empty());

        assertThat(result.results()).hasSize(2);
        assertThat(result.results())
                .flatExtracting(EvaluationResult::rules)
                .extracting(RuleResult::status)
                .containsExactly(RuleStatus.PASS, RuleStatus.PASS);
        assertThat(result.patchedResource().at("/metadata/labels/team").textValue())
                .isEqualTo("shop");
    }

    @Test
    void evaluatesPolicyKindOfAnotherModule() {
        PolicyEngine engine = StandardPolicyEngine.builder()
                .policyKind(new RequiredFieldKind())
                .build();
        Policy policy = engine.load("required.yaml", REQUIRED_FIELD);

        EvaluationResult result = engine.evaluate(policy, resource("{kind: Pod, metadata: {name: a}}"));

        assertThat(result.blocked()).isTrue();
        assertThat(result.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.at()).isEqualTo("/metadata/labels/team"));
        assertThat(engine.evaluate(policy, resource("{kind: Service}")).rules()).isEmpty();
    }

    @Test
    void indexesPolicyKindOfAnotherModuleInSets() {
        PolicyEngine engine = StandardPolicyEngine.builder()
                .policyKind(new RequiredFieldKind())
                .build();
        Policy policy = engine.load("required.yaml", REQUIRED_FIELD);

        SetResult pod = engine.evaluate(engine.set(java.util.List.of(policy)), resource("{kind: Pod}"));
        SetResult service = engine.evaluate(engine.set(java.util.List.of(policy)), resource("{kind: Service}"));

        assertThat(pod.blocked()).isTrue();
        assertThat(pod.rulesExamined()).isEqualTo(1);
        assertThat(service.results()).isEmpty();
        assertThat(service.rulesExamined()).isZero();
    }

    @Test
    void reportsFaultsOfPolicyKindOfAnotherModuleWithTheirPlaces() {
        PolicyEngine engine = StandardPolicyEngine.builder()
                .policyKind(new RequiredFieldKind())
                .build();

        LoadResult loaded = engine.loadAll("required.yaml", REQUIRED_FIELD.replace("/metadata/labels/team", "5"));

        assertThat(loaded.policies()).isEmpty();
        assertThat(loaded.diagnostics())
                .singleElement()
                .hasToString("required.yaml:4:26: error[wrong-type]: expected a JSON pointer");
    }

    @Test
    void refusesPolicyKindOfAnotherModuleThatWasNotGiven() {
        assertThatThrownBy(() -> StandardPolicyEngine.create().load("required.yaml", REQUIRED_FIELD))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        exception -> assertThat(exception.diagnostics())
                                .extracting(Diagnostic::code)
                                .containsExactly("unknown-kind"));
    }

    @Test
    void evaluatesRuleBodyOfAnotherModule() {
        PolicyEngine engine =
                StandardPolicyEngine.builder().ruleBody(new NameIsGood()).build();
        Policy policy = engine.load("cel.yaml", CEL_POLICY);

        EvaluationResult bad = engine.evaluate(policy, resource("{kind: ConfigMap, metadata: {name: bad}}"));
        EvaluationResult good = engine.evaluate(policy, resource("{kind: ConfigMap, metadata: {name: good}}"));

        assertThat(bad.blocked()).isTrue();
        assertThat(bad.rules()).extracting(RuleResult::message).containsExactly("name is bad");
        assertThat(good.rules()).extracting(RuleResult::status).containsExactly(RuleStatus.PASS);
    }

    @Test
    void turnsExceptionOfRuleBodyIntoError() {
        PolicyEngine engine =
                StandardPolicyEngine.builder().ruleBody(new NameIsGood()).build();
        Policy policy = engine.load("cel.yaml", CEL_POLICY);

        EvaluationResult result = engine.evaluate(policy, resource("{kind: ConfigMap, metadata: {name: crash}}"));

        assertThat(result.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.ERROR);
            assertThat(rule.cause()).hasMessage("crashed");
        });
    }

    @Test
    void refusesRuleBodyThatWasNotGiven() {
        assertThatThrownBy(() -> StandardPolicyEngine.create().load("cel.yaml", CEL_POLICY))
                .isInstanceOfSatisfying(
                        InvalidPolicyException.class,
                        exception -> assertThat(exception.diagnostics())
                                .extracting(Diagnostic::code, Diagnostic::feature)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("unsupported-feature", "validate.cel")));
    }

    private static JsonNode resource(String yaml) {
        return YamlDocument.parse("resource.yaml", yaml).value();
    }

    /** A body that knows one name, whatever its expressions say. */
    private static final class NameIsGood implements RuleBodyCompiler {
        @Override
        public String field() {
            return "cel";
        }

        @Override
        public RuleBody compile(JsonNode body, String pointer, PolicySource source) {
            return invocation -> {
                String name = Objects.requireNonNull(invocation.resource())
                        .at("/metadata/name")
                        .asText();
                if (name.equals("crash")) {
                    throw new IllegalStateException("crashed");
                }
                return name.equals("good")
                        ? invocation.pass("name is good")
                        : invocation.fail("name is " + name, "/metadata/name");
            };
        }
    }
}
