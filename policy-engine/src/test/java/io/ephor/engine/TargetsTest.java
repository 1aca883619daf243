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
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.MissingLookup;
import io.ephor.Operation;
import io.ephor.PatchedTarget;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.SetResult;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mutate rules with targets from the text of a policy to the changed resources. */
class TargetsTest {
    private static EvaluationResult mutate(String mutate) {
        return ENGINE.evaluate(policy(rule("r", "mutate: {" + mutate + "}")), TRIGGER, cluster());
    }

    @Test
    void eachTargetHasAResultAndIsChangedWithoutBeingWrittenTo() {
        String before = CLUSTER.toString();
        EvaluationResult result = mutate(ALL + NOTE);

        assertThat(lines(result))
                .containsExactly(
                        "r: pass: mutated Secret/one in namespace src", "r: pass: mutated Secret/two in namespace src");
        PatchedTarget first = result.targets().get(0);
        assertThat(first.rule()).isEqualTo("r");
        assertThat(first.before()).isSameAs(CLUSTER.get(0));
        assertThat(first.after().at("/metadata/labels/by").textValue()).isEqualTo("t");
        assertThat(first.after().get("data")).isSameAs(first.before().get("data"));
        assertThat(first.patch()).hasToString("[" + first.patch().get(0) + "]");
        assertThat(first.patch().get(0).path()).isEqualTo("/metadata/labels/by");
        assertThat(first.kind()).isEqualTo(new ResourceKind("*", "v1", "Secret", ""));
        assertThat(result.targets()).hasSize(2);
        assertThat(result.patchedResource()).isSameAs(TRIGGER);
        assertThat(result.patch()).isEmpty();
        assertThat(CLUSTER).hasToString(before);
    }

    @Test
    void aTargetThatIsNamedIsAskedForByName() {
        InMemoryLookups world = InMemoryLookups.builder().resources(CLUSTER).build();
        EvaluationContext context =
                EvaluationContext.builder().lookups(world.lookups()).build();
        String targets = "targets: [{apiVersion: v1, kind: Secret, namespace: '{{ request.namespace }}', name: one},"
                + " {apiVersion: v1, kind: Secret, namespace: 's*', selector: {matchLabels: {l: z}}}], ";

        EvaluationResult result =
                ENGINE.evaluate(policy(rule("r", "mutate: {" + targets + NOTE + "}")), TRIGGER, context);

        assertThat(lines(result))
                .containsExactly(
                        "r: pass: mutated Secret/one in namespace src", "r: pass: mutated Secret/two in namespace src");
        assertThat(world.asked()).containsExactly("resource */v1/Secret src/one", "resources */v1/Secret where l=z");
    }

    @Test
    void whatIsNotThereIsOneErrorBesideTheOthers() {
        EvaluationResult result = mutate("targets: [{apiVersion: v1, kind: Secret, namespace: src, name: none},"
                + " {apiVersion: v1, kind: Secret, namespace: src, name: two},"
                + " {apiVersion: v1, kind: Secret, namespace: src, name: missing}], " + NOTE);

        assertThat(lines(result))
                .containsExactly(
                        "r: error: : secrets \"none\" not found; secrets \"missing\" not found",
                        "r: pass: mutated Secret/two in namespace src");
        assertThat(result.blocked()).isFalse();
    }

    @Test
    void aVariableOfATargetThatHasNoValueIsAnErrorWithItsPosition() {
        EvaluationResult result =
                mutate("targets: [{apiVersion: v1, kind: Secret, name: '{{ request.object.none }}'}], " + NOTE);

        assertThat(lines(result).get(0))
                .startsWith("r: error: : failed to substitute variables in target[0]: failed to resolve"
                        + " request.object.none at path /name: ");
    }

    @Test
    void aVariableThatIsNoTextIsAnErrorAsGoDecodesIt() {
        EvaluationResult result =
                mutate("targets: [{apiVersion: v1, kind: Secret, name: '{{ request.object.metadata }}'}], " + NOTE);

        assertThat(lines(result))
                .containsExactly("r: error: : json: cannot unmarshal object into Go struct field"
                        + " TargetSelector.ResourceSpec.name of type string");
    }

    @Test
    void contextAndPreconditionsAreThoseOfEachTarget() {
        EvaluationResult result =
                mutate("targets: [{apiVersion: v1, kind: Secret, context: [{name: place, variable: {jmesPath:"
                        + " \"join('-', [target.metadata.namespace, target.metadata.name])\"}}], preconditions: {all: [{key: '{{"
                        + " target.metadata.labels.l }}', operator: Equals, value: q, message: not q}]}}],"
                        + " patchStrategicMerge: {metadata: {labels: {place: '{{ place }}'}}}");

        assertThat(lines(result))
                .containsExactly(
                        "r: pass: mutated Secret/one in namespace src",
                        "r: skip: preconditions not met; not q",
                        "r: pass: mutated Secret/one in namespace other");
        assertThat(result.targets())
                .extracting(
                        target -> target.after().at("/metadata/labels/place").textValue())
                .containsExactly("src-one", "other-one");
    }

    @Test
    void loopsAndTheCurrentFieldSeeTheTarget() {
        EvaluationResult loops = mutate(ALL
                + "foreach: [{list: \"['x', 'y']\", patchStrategicMerge: {metadata: {annotations: {'{{ element }}': '{{"
                + " target.metadata.labels.l }}'}}}}]");
        EvaluationResult current = mutate(ALL + "patchStrategicMerge: {data: {k: '{{ @ }}!'}}");

        assertThat(loops.targets().get(1).after().at("/metadata/annotations")).hasToString("{\"y\":\"z\",\"x\":\"z\"}");
        assertThat(current.targets().get(0).after().at("/data/k").textValue()).isEqualTo("dg==!");
    }

    @Test
    void aTargetThatStaysAsItIsSkipsAndIsNoPatchedTarget() {
        EvaluationResult result = mutate(ALL + "patchStrategicMerge: {metadata: {labels: {+(l): x}}}");

        assertThat(lines(result)).containsExactly("r: skip: no patches applied", "r: skip: no patches applied");
        assertThat(result.targets()).isEmpty();
    }

    @Test
    void aPolicyOfANamespaceChangesNothingOutsideOfIt() {
        String rules = rule("r", "mutate: {targets: [{apiVersion: v1, kind: Secret, name: one}], " + NOTE + "}");

        EvaluationResult result = ENGINE.evaluate(policy("Policy", "", rules), TRIGGER, cluster());

        assertThat(lines(result)).containsExactly("r: pass: mutated Secret/one in namespace src");
    }

    @Test
    void aSubresourceIsAskedForByItsName() {
        List<String> asked = new ArrayList<>();
        ResourceLookup lookup = new ResourceLookup() {
            @Override
            public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
                asked.add("get " + kind + " " + namespace + " " + name);
                return Optional.of(
                        yaml("{apiVersion: autoscaling/v1, kind: Scale, metadata: {name: web, namespace: src},"
                                + " spec: {replicas: 3}}"));
            }

            @Override
            public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
                asked.add("list " + kind);
                return List.of(yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: src}}"));
            }
        };
        String mutate = "mutate: {targets: [{apiVersion: apps/v1, kind: Deployment/scale, name: web}],"
                + " patchStrategicMerge: {spec: {replicas: 0}}}";

        EvaluationResult result = ENGINE.evaluate(policy(rule("r", mutate)), TRIGGER, with(lookup));

        assertThat(lines(result)).containsExactly("r: pass: mutated Scale/web in namespace src");
        assertThat(result.targets().get(0).subresource()).isEqualTo("scale");
        assertThat(asked).containsExactly("list apps/v1/Deployment", "get apps/v1/Deployment/scale src web");
    }

    @Test
    void admissionLeavesTargetsToTheBackground() {
        Policy policy = policy(rule("r", "mutate: {" + ALL + NOTE + "}"));
        JsonNode review = yaml("{request: {uid: u, operation: CREATE, kind: {group: '', version: v1, kind: ConfigMap},"
                + " userInfo: {username: alice}, object: {apiVersion: v1, kind: ConfigMap, metadata: {name: t}}}}");
        EvaluationContext admission = EvaluationContext.admission(review);

        assertThat(policy.phases()).isEqualTo(Set.of(Phase.MUTATE_EXISTING));
        assertThat(ENGINE.evaluate(policy, review.at("/request/object"), admission)
                        .rules())
                .isEmpty();
        EvaluationContext background = admission.toBuilder()
                .phases(Phase.MUTATE_EXISTING)
                .lookups(cluster().lookups())
                .build();
        assertThat(ENGINE.evaluate(policy, review.at("/request/object"), background)
                        .targets())
                .hasSize(2);
    }

    @Test
    void withoutALookupTheRuleSaysWhatItMisses() {
        EvaluationResult result =
                ENGINE.evaluate(policy(rule("r", "mutate: {" + ALL + NOTE + "}")), TRIGGER, EvaluationContext.empty());

        assertThat(result.rules().get(0).status()).isEqualTo(RuleStatus.ERROR);
        assertThat(result.rules().get(0).missingLookups())
                .containsExactly(MissingLookup.of("mutate.targets", "resources"));
        assertThat(result.blocked()).isFalse();
    }

    @Test
    void rulesOfBothKindsRunInTheirOrder() {
        String rules = rule("own", "mutate: {patchStrategicMerge: {metadata: {name: renamed}}}")
                + rule("far", "mutate: {" + ALL + NOTE + "}");

        EvaluationResult result = ENGINE.evaluate(policy(rules), TRIGGER, cluster());
        EvaluationResult one = ENGINE.evaluate(policy("ClusterPolicy", "applyRules: One, ", rules), TRIGGER, cluster());
        SetResult set = ENGINE.evaluate(ENGINE.set(List.of(policy(rules)), List.of()), TRIGGER, cluster());

        assertThat(result.rules()).extracting(RuleResult::name).containsExactly("own", "far", "far");
        assertThat(result.targets().get(0).after().at("/metadata/labels/by").textValue())
                .isEqualTo("renamed");
        assertThat(one.rules()).extracting(RuleResult::name).containsExactly("own");
        assertThat(set.targets()).hasSize(2);
        assertThat(set.patchedResource().at("/metadata/name").textValue()).isEqualTo("renamed");
    }

    @Test
    void onDeletionTheOldObjectIsTheTrigger() {
        String rules = rule(
                "r",
                "mutate: {" + ALL
                        + "patchStrategicMerge: {metadata: {labels: {by: '{{ request.oldObject.metadata.name }}'}}}}");
        EvaluationContext context =
                cluster().toBuilder().operation(Operation.DELETE).build();

        assertThat(ENGINE.evaluate(policy(rules), TRIGGER, context).targets()).hasSize(2);
    }

    @Test
    void theHostIsToldWhichRulesRunWhenThePolicyChanges() {
        String rules = rule("a", "mutate: {" + ALL + "patchStrategicMerge: {a: b}}")
                + rule("b", "mutate: {mutateExistingOnPolicyUpdate: false, " + ALL + "patchStrategicMerge: {a: b}}");

        assertThat(policy("ClusterPolicy", "mutateExistingOnPolicyUpdate: true, ", rules)
                        .rulesOnPolicyUpdate())
                .containsExactly("a");
        assertThat(policy(rules).rulesOnPolicyUpdate()).isEmpty();
    }

    @Test
    void nothingIsSaidWhereThereIsNoTarget() {
        assertThat(mutate("targets: [{apiVersion: v1, kind: Secret, name: 'none*'}], " + NOTE)
                        .rules())
                .isEmpty();
    }
}
