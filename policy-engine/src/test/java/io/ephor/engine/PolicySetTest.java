package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicySetTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNode POD = YamlDocument.parse(
                    "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop}}")
            .value();

    @Test
    void examinesTheSameRulesWithTenAndTenThousandPoliciesOfOtherKinds() {
        assertThat(examined(10)).isEqualTo(examined(10_000)).isEqualTo(3);
    }

    private static int examined(int others) {
        List<Policy> policies = new ArrayList<>();
        policies.add(policy("first", "ClusterPolicy", "Pod"));
        for (int i = 0; i < others; i++) {
            policies.add(policy("other-" + i, "ClusterPolicy", "Kind" + i));
        }
        policies.add(policy("every", "ClusterPolicy", "P*"));
        policies.add(policy("last", "ClusterPolicy", "v1/Pod"));
        SetResult result = ENGINE.evaluate(ENGINE.set(policies), POD);
        assertThat(result.results())
                .extracting(evaluation -> evaluation.policy().name())
                .containsExactly("first", "every", "last");
        return result.rulesExamined();
    }

    @Test
    void evaluatesClusterPoliciesBeforeThoseOfNamespaces() {
        PolicySet set = ENGINE.set(List.of(policy("near", "Policy", "Pod"), policy("wide", "ClusterPolicy", "Pod")));

        assertThat(set.policies()).extracting(Policy::name).containsExactly("wide", "near");
        assertThat(ENGINE.evaluate(set, POD).results())
                .extracting(evaluation -> evaluation.policy().name())
                .containsExactly("wide", "near");
    }

    @Test
    void refusesPolicyOfUnknownOrigin() {
        Policy stranger = (Policy) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Policy.class}, (proxy, method, arguments) -> "stranger");

        assertThatThrownBy(() -> ENGINE.set(List.of(stranger))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ENGINE.evaluate(stranger, POD)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Policy policy(String name, String kind, String matched) {
        String namespace = kind.equals("Policy") ? ", namespace: shop" : "";
        return ENGINE.load(name + ".yaml", """
                apiVersion: kyverno.io/v1
                kind: %s
                metadata: {name: %s%s}
                spec:
                  rules:
                  - {name: r, match: {any: [{resources: {kinds: ['%s']}}]}, validate: {pattern: {metadata: {name: a}}}}
                """.formatted(kind, name, namespace, matched));
    }

    /** A policy of another module that notes what it is asked with. */
    private record Noting(List<EvaluationContext> asked, Set<Phase> phases) implements ExecutablePolicy {
        @Override
        public EvaluationResult evaluate(JsonNode resource, EvaluationContext context) {
            asked.add(context);
            return EvaluationResult.of(this, resource, false);
        }

        @Override
        public Set<String> kinds() {
            return Set.of();
        }

        @Override
        public String kind() {
            return "Noting";
        }

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public String namespace() {
            return "";
        }

        @Override
        public Map<String, String> annotations() {
            return Map.of();
        }

        @Override
        public List<String> ruleNames() {
            return List.of();
        }

        @Override
        public List<Diagnostic> warnings() {
            return List.of();
        }

        @Override
        public SourceRange source() {
            return new SourceRange("noting", 1, 1, 1, 1);
        }
    }

    @Test
    void aPolicyOfAnotherModuleIsAskedForThePhasesOfItsTurnWithTheExceptionsOfTheSet() {
        Noting mutating = new Noting(new ArrayList<>(), Set.of(Phase.MUTATE, Phase.VALIDATE));
        Noting validating = new Noting(new ArrayList<>(), Set.of(Phase.VALIDATE));
        List<PolicyException> exceptions = ENGINE.loadAll(
                        "exception.yaml",
                        "{apiVersion: kyverno.io/v2, kind: PolicyException, metadata: {name: e, namespace: x}, spec:"
                                + " {exceptions: [{policyName: p, ruleNames: [r]}], match: {any: [{resources: {kinds:"
                                + " [Pod]}}]}}}")
                .exceptions();
        PolicySet set = ENGINE.set(List.of(mutating, validating), exceptions);
        EvaluationContext context = EvaluationContext.builder()
                .phases(Phase.MUTATE, Phase.VALIDATE, Phase.GENERATE)
                .build();

        ENGINE.evaluate(set, POD, context);

        assertThat(mutating.asked()).hasSize(2);
        assertThat(mutating.asked().get(0).phases()).containsExactly(Phase.MUTATE);
        assertThat(mutating.asked().get(1).phases()).containsExactlyInAnyOrder(Phase.VALIDATE, Phase.GENERATE);
        assertThat(validating.asked()).hasSize(1);
        assertThat(validating.asked().get(0).phases()).containsExactlyInAnyOrder(Phase.VALIDATE, Phase.GENERATE);
        assertThat(validating.asked().get(0).exceptions()).isEqualTo(exceptions);
        assertThat(mutating.asked().get(0).exceptions()).isEqualTo(exceptions);
    }
}
