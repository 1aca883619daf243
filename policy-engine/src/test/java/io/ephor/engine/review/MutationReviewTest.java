package io.ephor.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.StandardPolicyEngine;
import io.ephor.patches.YamlDiff;
import io.ephor.values.YamlDocument;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutationReviewTest {
    private static final int DOCUMENTS = 10_000;
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final MutationReview REVIEW = new MutationReview(ENGINE);
    private static final EvaluationContext CONTEXT = EvaluationContext.empty();
    private static final JsonNode POD = YamlDocument.parse(
                    "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}}")
            .value();

    private static Policy policy(String mutate) {
        return ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: change}
                spec:
                  rules:
                  - name: change
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    mutate:
                """ + mutate.indent(8));
    }

    private static Policy label(String name, String value) {
        return policy("patchStrategicMerge: {metadata: {labels: {" + name + ": \"" + value + "\"}}}");
    }

    @Test
    void saysThatASecondTimeChangesNothing() {
        Idempotence idempotence = REVIEW.idempotent(label("team", "a"), POD, CONTEXT);
        assertThat(idempotence.holds()).isTrue();
        assertThat(idempotence.secondPatch()).isEmpty();
        assertThat(idempotence.twice()).isSameAs(idempotence.once());
        assertThat(idempotence.once().at("/metadata/labels/team").textValue()).isEqualTo("a");
        assertThat(idempotence.second().rules()).extracting(RuleResult::status).containsExactly(RuleStatus.SKIP);
    }

    @Test
    void showsWhatASecondTimeChanges() {
        Policy growing = policy("""
                patchesJson6902: |-
                  - {op: add, path: /metadata/finalizers/-, value: a}
                """);
        Idempotence idempotence = REVIEW.idempotent(growing, POD, CONTEXT);
        assertThat(idempotence.holds()).isFalse();
        assertThat(idempotence.secondPatch())
                .singleElement()
                .satisfies(operation -> assertThat(operation.path()).isEqualTo("/metadata/finalizers/1"));
        assertThat(YamlDiff.unified(idempotence.once(), idempotence.twice())).endsWith("     - a\n+    - a\n");
    }

    @Test
    void comparesBothOrders() {
        OrderDependence clash = REVIEW.order(label("team", "a"), label("team", "b"), POD, CONTEXT);
        assertThat(clash.matters()).isTrue();
        assertThat(clash.inOrder().at("/metadata/labels/team").textValue()).isEqualTo("b");
        assertThat(clash.reversed().at("/metadata/labels/team").textValue()).isEqualTo("a");
        assertThat(clash.difference())
                .singleElement()
                .satisfies(operation -> assertThat(operation.path()).isEqualTo("/metadata/labels/team"));

        OrderDependence none = REVIEW.order(label("team", "a"), label("tier", "b"), POD, CONTEXT);
        assertThat(none.matters()).isFalse();
        assertThat(none.difference()).isEmpty();

        Policy followed = policy("patchStrategicMerge: {metadata: {labels: {(team): a, tier: b}}}");
        assertThat(REVIEW.order(label("team", "a"), followed, POD, CONTEXT).matters())
                .isTrue();
    }

    /** Policies that have nothing to change say skip and give back the very node that they were given. */
    @Test
    void aPatchWithoutEffectIsSkippedAndLeavesTheVeryNode() {
        List<Policy> policies = List.of(label("app", "web"), policy("""
                patchesJson6902: |-
                  - {op: add, path: /metadata/labels/app, value: web}
                """));
        Policy changing = label("l1", "x");
        Random random = new Random(20261125);
        for (int i = 0; i < DOCUMENTS; i++) {
            ObjectNode pod = POD.deepCopy();
            pod.set("spec", value(random, 3));
            pod.withObject("/metadata/labels").put("l" + random.nextInt(5), "v" + random.nextInt(5));
            JsonNode kept = pod.deepCopy();
            EvaluationResult result = ENGINE.evaluate(policies.get(i % 2), pod, CONTEXT);
            assertThat(result.patchedResource()).isSameAs(pod);
            assertThat(result.patch()).isEmpty();
            assertThat(result.rules()).extracting(RuleResult::status).containsExactly(RuleStatus.SKIP);
            assertThat(pod).isEqualTo(kept);
            Idempotence changed = REVIEW.idempotent(changing, pod, CONTEXT);
            assertThat(changed.holds()).isTrue();
            assertThat(changed.twice()).isSameAs(changed.once());
            assertThat(pod).isEqualTo(kept);
        }
    }

    private static JsonNode value(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return JsonNodeFactory.instance.textNode("t" + random.nextInt(9));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set("k" + random.nextInt(6), value(random, depth - 1));
        }
        object.putArray("list").add(random.nextInt(9)).add(value(random, depth - 1));
        return object;
    }
}
