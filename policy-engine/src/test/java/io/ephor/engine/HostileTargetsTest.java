package io.ephor.engine;

import static io.ephor.engine.TargetPolicies.ALL;
import static io.ephor.engine.TargetPolicies.CLUSTER;
import static io.ephor.engine.TargetPolicies.ENGINE;
import static io.ephor.engine.TargetPolicies.NOTE;
import static io.ephor.engine.TargetPolicies.TRIGGER;
import static io.ephor.engine.TargetPolicies.cluster;
import static io.ephor.engine.TargetPolicies.lines;
import static io.ephor.engine.TargetPolicies.policy;
import static io.ephor.engine.TargetPolicies.rule;
import static io.ephor.engine.TargetPolicies.with;
import static io.ephor.engine.TargetPolicies.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.EvaluationResult;
import io.ephor.RuleStatus;
import io.ephor.engine.existing.Everything;
import io.ephor.lookup.LookupException;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Targets of mutate rules that a lookup or a policy makes as bad as it can. */
class HostileTargetsTest {
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
