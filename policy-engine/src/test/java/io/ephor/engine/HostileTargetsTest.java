package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Targets of mutate rules that a lookup or a policy makes as bad as it can. */
class HostileTargetsTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final String NOTE =
            "patchStrategicMerge: {metadata: {labels: {by: '{{ request.object.metadata.name }}'}}}";
    private static final String ALL = "targets: [{apiVersion: v1, kind: Secret, namespace: src}], ";
    private static final JsonNode TRIGGER =
            yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: t, namespace: src, labels: {app: web}}}");
    private static final List<JsonNode> CLUSTER =
            List.of(secret("one", "src", "q"), secret("two", "src", "z"), secret("one", "other", "q"), TRIGGER);

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static JsonNode secret(String name, String namespace, String label) {
        return yaml("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: " + namespace
                + ", labels: {l: " + label + "}}, data: {k: dg==}}");
    }

    private static String rule(String name, String body) {
        return "{name: " + name + ", match: {any: [{resources: {kinds: [ConfigMap]}}]}, " + body + "},\n";
    }

    private static Policy policy(String rules) {
        return ENGINE.load(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {background: false, rules: ["
                        + rules + "]}}");
    }

    private static EvaluationContext with(ResourceLookup lookup) {
        return EvaluationContext.builder()
                .lookups(Lookups.builder().resources(lookup).build())
                .build();
    }

    private static EvaluationContext cluster() {
        return EvaluationContext.builder()
                .lookups(InMemoryLookups.builder().resources(CLUSTER).build().lookups())
                .build();
    }

    private static List<String> lines(EvaluationResult result) {
        return result.rules().stream().map(RuleResult::toString).toList();
    }

    private record Everything(List<JsonNode> all) implements ResourceLookup {
        @Override
        public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
            return Optional.ofNullable(all.get(0));
        }

        @Override
        public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
            return all;
        }
    }

    @Test
    void aLookupThatThrowsEndsTheRuleWithItsCause() {
        LookupException away = new LookupException("the cluster is away");
        ResourceLookup lookup = new ResourceLookup() {
            @Override
            public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
                throw new StackOverflowError();
            }

            @Override
            public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
                throw away;
            }
        };
        String targets =
                "targets: [{apiVersion: v1, kind: Secret}, {apiVersion: v1, kind: Secret, namespace: a, name: b}], ";

        EvaluationResult result =
                ENGINE.evaluate(policy(rule("r", "mutate: {" + targets + NOTE + "}")), TRIGGER, with(lookup));

        assertThat(lines(result)).hasSize(1);
        assertThat(lines(result).get(0)).startsWith("r: error: : the cluster is away; the lookup failed: ");
        assertThat(result.rules().get(0).cause()).isSameAs(away);
    }

    @Test
    void nonsenseThatALookupReturnsIsNoTarget() {
        List<JsonNode> nonsense = new ArrayList<>(Arrays.asList(
                null,
                NullNode.instance,
                MissingNode.getInstance(),
                yaml("[1]"),
                yaml("{kind: Secret}"),
                yaml("{apiVersion: v1, kind: Secret, metadata: 3}"),
                yaml("{apiVersion: 1, kind: [Secret], metadata: {namespace: src}}")));
        nonsense.addAll(CLUSTER);

        EvaluationResult result = ENGINE.evaluate(
                policy(rule("r", "mutate: {" + ALL + NOTE + "}")), TRIGGER, with(new Everything(nonsense)));

        assertThat(result.targets()).hasSize(2);
        EvaluationResult named = ENGINE.evaluate(
                policy(rule(
                        "r",
                        "mutate: {targets: [{apiVersion: v1, kind: Secret, namespace: a, name: b}], " + NOTE + "}")),
                TRIGGER,
                with(new Everything(List.of(yaml("text")))));
        assertThat(lines(named)).containsExactly("r: error: : the lookup has an answer that is no resource");
    }

    @Test
    @Timeout(60)
    void aMillionTargetsAreTooMany() {
        EvaluationResult result = ENGINE.evaluate(
                policy(rule("r", "mutate: {" + ALL + NOTE + "}")),
                TRIGGER,
                with(new Everything(Collections.nCopies(1_000_000, CLUSTER.get(0)))));

        assertThat(lines(result)).containsExactly("r: error: : a rule has more than 100000 targets (limit targets)");
    }

    @Test
    @Timeout(60)
    void manyTargetsWithAContextCostNoMoreEachThanFew() {
        EvaluationResult result = ENGINE.evaluate(
                policy(rule(
                        "r",
                        "mutate: {targets: [{apiVersion: v1, kind: Secret, context: [{name: own, variable: {jmesPath:"
                                + " target.metadata.name}}]}], foreach: [{list: '[`1`, `2`]', patchStrategicMerge: {metadata:"
                                + " {labels: {'n{{ element }}': '{{ own }}'}}}}]}")),
                TRIGGER,
                with(new Everything(Collections.nCopies(20_000, CLUSTER.get(0)))));

        assertThat(result.targets()).hasSize(20_000);
        assertThat(result.targets()
                        .get(19_999)
                        .after()
                        .at("/metadata/labels/n2")
                        .textValue())
                .isEqualTo("one");
    }

    @Test
    @Timeout(60)
    void aVariableThatStandsForItselfIsAnError() {
        JsonNode trigger =
                yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: t, namespace: src, annotations: {a: '{{"
                        + " request.object.metadata.annotations.a }}'}}}");
        String mutate =
                "mutate: {targets: [{apiVersion: v1, kind: Secret, name: '{{ request.object.metadata.annotations.a }}',"
                        + " namespace: src}], " + NOTE + "}";

        EvaluationResult result = ENGINE.evaluate(policy(rule("r", mutate)), trigger, cluster());

        assertThat(result.rules()).hasSize(1);
        assertThat(result.rules().get(0).status()).isEqualTo(RuleStatus.ERROR);
        assertThat(result.rules().get(0).message()).hasSizeLessThan(10_000);
    }
}
