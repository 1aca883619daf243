package io.ephor.engine;

import static io.ephor.engine.GeneratePolicies.CLONE;
import static io.ephor.engine.GeneratePolicies.DATA;
import static io.ephor.engine.GeneratePolicies.ENGINE;
import static io.ephor.engine.GeneratePolicies.NAME;
import static io.ephor.engine.GeneratePolicies.TRIGGER;
import static io.ephor.engine.GeneratePolicies.lines;
import static io.ephor.engine.GeneratePolicies.only;
import static io.ephor.engine.GeneratePolicies.places;
import static io.ephor.engine.GeneratePolicies.policy;
import static io.ephor.engine.GeneratePolicies.rule;
import static io.ephor.engine.GeneratePolicies.run;
import static io.ephor.engine.GeneratePolicies.secret;
import static io.ephor.engine.GeneratePolicies.world;
import static io.ephor.engine.GeneratePolicies.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generate rules from the text of a policy to the resources that a host has to make. */
class GenerationTest {
    @Test
    void dataBecomesAResourceWithTheLabelsByWhichItIsFoundAgain() {
        String before = TRIGGER.toString();
        EvaluationResult result = run(rule("r", DATA), EvaluationContext.empty());

        assertThat(lines(result.rules())).containsExactly("r: pass: ");
        assertThat(result.blocked()).isFalse();
        Generation generation = only(result);
        assertThat(generation.failure()).isNull();
        assertThat(generation.deletesDownstream()).isFalse();
        GeneratedResource made = generation.resources().get(0);
        assertThat(made.rule()).isEqualTo("r");
        assertThat(made.mode()).isEqualTo(GeneratedResource.Mode.DATA);
        assertThat(made.source()).isNull();
        assertThat(places(result.generated())).containsExactly("CREATE ConfigMap shop/zk");
        assertThat(made.resource().path("data")).hasToString("{\"of\":\"shop\"}");
        JsonNode labels = made.resource().at("/metadata/labels");
        assertThat(labels)
                .isEqualTo(yaml("{app.kubernetes.io/managed-by: kyverno, generate.kyverno.io/policy-name: p,"
                        + " generate.kyverno.io/policy-namespace: '', generate.kyverno.io/rule-name: r,"
                        + " generate.kyverno.io/trigger-group: '', generate.kyverno.io/trigger-kind: Namespace,"
                        + " generate.kyverno.io/trigger-namespace: '', generate.kyverno.io/trigger-uid: u-1,"
                        + " generate.kyverno.io/trigger-version: v1}"));
        assertThat(generation.downstreamLabels()).hasSize(labels.size());
        assertThat(TRIGGER).hasToString(before);
    }

    @Test
    void whatExistsIsUpdatedOnlyByARuleThatSynchronizes() {
        JsonNode existing =
                yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: zk, namespace: shop, resourceVersion: '9'},"
                        + " data: {of: old}}");
        String before = existing.toString();
        EvaluationResult once = run(rule("r", DATA), world(existing));
        EvaluationResult kept = run(rule("r", "synchronize: true, " + DATA), world(existing));

        assertThat(lines(once.rules())).containsExactly("r: pass: ");
        assertThat(only(once).resources()).isEmpty();
        assertThat(places(kept.generated())).containsExactly("UPDATE ConfigMap shop/zk");
        JsonNode updated = kept.generated().get(0).resource();
        assertThat(updated.at("/data/of").textValue()).isEqualTo("shop");
        assertThat(updated.at("/metadata/resourceVersion").textValue()).isEqualTo("9");
        assertThat(only(kept).synchronize()).isTrue();
        assertThat(existing).hasToString(before);

        EvaluationResult again = run(rule("r", "synchronize: true, " + DATA), world(updated));
        assertThat(only(again).resources()).isEmpty();
    }

    @Test
    void aCloneLeavesBehindWhatBelongsToItsSourceAlone() {
        JsonNode source = secret("reg", "default", "own: label");
        String before = source.toString();
        EvaluationResult result = run(rule("r", CLONE), world(source));

        assertThat(places(result.generated())).containsExactly("CREATE Secret shop/reg");
        GeneratedResource made = result.generated().get(0);
        assertThat(made.mode()).isEqualTo(GeneratedResource.Mode.CLONE);
        assertThat(made.source()).hasToString("v1/Secret/default/reg");
        assertThat(made.resource().path("type").textValue()).isEqualTo("Opaque");
        assertThat(made.resource().at("/data/k").textValue()).isEqualTo("dg==");
        JsonNode metadata = made.resource().path("metadata");
        for (String left : List.of("uid", "resourceVersion", "creationTimestamp", "ownerReferences")) {
            assertThat(metadata.has(left)).as(left).isFalse();
        }
        JsonNode labels = metadata.path("labels");
        assertThat(labels.path("own").textValue()).isEqualTo("label");
        assertThat(labels.path("generate.kyverno.io/source-namespace").textValue())
                .isEqualTo("default");
        assertThat(labels.path("generate.kyverno.io/source-uid").textValue()).isEqualTo("s-1");
        assertThat(source).hasToString(before);
    }

    @Test
    void aSourceThatIsMissingIsAFailureOfARuleThatPassed() {
        EvaluationResult away = run(rule("r", CLONE), world());
        EvaluationResult blind = run(rule("r", CLONE), EvaluationContext.empty());

        assertThat(lines(away.rules())).containsExactly("r: pass: ");
        assertThat(away.blocked()).isFalse();
        assertThat(only(away).resources()).isEmpty();
        assertThat(only(away).failure())
                .isEqualTo("source resource v1/Secret/shop/reg not found: secrets \"reg\" not found");
        assertThat(only(blind).failure())
                .isEqualTo("source resource v1/Secret/shop/reg not found: no lookup for existing resources was given");
    }

    @Test
    void aListOfClonesTakesWhatItsSelectorSelects() {
        String list = "namespace: " + NAME
                + ", cloneList: {namespace: default, kinds: [v1/Secret], selector: {matchLabels: {share: 'yes'}}}";
        EvaluationResult result = run(
                rule("r", list),
                world(
                        secret("one", "default", "share: 'yes'"),
                        secret("two", "default", "share: 'no'"),
                        secret("three", "default", "share: 'yes'"),
                        secret("four", "other", "share: 'yes'")));

        assertThat(only(result).failure()).isNull();
        assertThat(places(result.generated())).containsExactly("CREATE Secret shop/one", "CREATE Secret shop/three");
        assertThat(result.generated().get(0).mode()).isEqualTo(GeneratedResource.Mode.CLONE_LIST);
    }

    @Test
    void aLoopMakesAResourceOfEachElementWhoseConditionsHold() {
        String loop = "foreach: [{list: \"['a', 'skipped', 'b']\", preconditions: {all: [{key: '{{ element }}',"
                + " operator: NotEquals, value: skipped}]}, apiVersion: v1, kind: ConfigMap, namespace: shop,"
                + " name: 'cm-{{ element }}-{{ elementIndex }}', data: {data: {e: '{{ element }}'}}}]";
        EvaluationResult result = run(rule("r", loop), EvaluationContext.empty());

        assertThat(only(result).failure()).isNull();
        assertThat(places(result.generated()))
                .containsExactly("CREATE ConfigMap shop/cm-a-0", "CREATE ConfigMap shop/cm-b-2");
    }

    @Test
    void whatFailsForOneElementKeepsNothingFromTheOthers() {
        String loop = "foreach: [{list: \"['none', 'reg']\", apiVersion: v1, kind: Secret, namespace: shop,"
                + " name: '{{ element }}', clone: {namespace: default, name: '{{ element }}'}}]";
        EvaluationResult result = run(rule("r", loop), world(secret("reg", "default", "")));

        assertThat(places(result.generated())).containsExactly("CREATE Secret shop/reg");
        assertThat(only(result).failure())
                .isEqualTo("failed to process 0 foreach in rule r: failed to process 0 element: source resource"
                        + " v1/Secret/shop/none not found: secrets \"none\" not found");
    }

    @Test
    void aTriggerThatLeftItsRuleTakesWhatItMadeWithIt() {
        String match = "resources: {kinds: [Namespace], selector: {matchLabels: {team: web}}}";
        JsonNode changed = yaml("{apiVersion: v1, kind: Namespace, metadata: {name: shop, uid: u-2, labels: {}}}");
        EvaluationContext update = EvaluationContext.builder()
                .operation(Operation.UPDATE)
                .oldResource(TRIGGER)
                .build();
        EvaluationResult kept =
                ENGINE.evaluate(policy("", rule("r", match, "", "synchronize: true, " + DATA)), changed, update);
        EvaluationResult orphaned = ENGINE.evaluate(policy("", rule("r", match, "", DATA)), changed, update);

        assertThat(lines(kept.rules())).containsExactly("r: fail: ");
        assertThat(kept.blocked()).isFalse();
        assertThat(only(kept).deletesDownstream()).isTrue();
        assertThat(only(kept).resources()).isEmpty();
        assertThat(only(kept).downstreamLabels())
                .containsEntry("generate.kyverno.io/rule-name", "r")
                .containsEntry("generate.kyverno.io/trigger-uid", "u-1");
        assertThat(only(orphaned).deletesDownstream()).isFalse();
    }

    @Test
    void aTriggerThatIsDeletedTakesWhatItMadeWithIt() {
        EvaluationContext deletion =
                EvaluationContext.builder().operation(Operation.DELETE).build();
        EvaluationResult result = run(rule("r", "synchronize: true, " + DATA), deletion);

        assertThat(lines(result.rules())).containsExactly("r: fail: ");
        assertThat(only(result).deletesDownstream()).isTrue();
        assertThat(only(result).resources()).isEmpty();
    }

    @Test
    void conditionsThatDoNotHoldMakeNothing() {
        String conditions = "preconditions: {all: [{key: '{{ request.object.metadata.labels.team }}', operator: Equals,"
                + " value: other}]}, ";
        EvaluationResult result =
                run(rule("r", "resources: {kinds: [Namespace]}", conditions, DATA), EvaluationContext.empty());

        assertThat(lines(result.rules())).containsExactly("r: skip: ");
        assertThat(result.generations()).isEmpty();
        assertThat(result.generated()).isEmpty();
    }

    @Test
    void anExceptionExemptsATrigger() {
        List<PolicyException> exceptions = ENGINE.loadAll(
                        "exception.yaml",
                        "{apiVersion: kyverno.io/v2, kind: PolicyException, metadata: {name: e, namespace: ns}, spec:"
                                + " {exceptions: [{policyName: p, ruleNames: [r]}], match: {any: [{resources: {kinds:"
                                + " [Namespace]}}]}}}")
                .exceptions();
        EvaluationContext context =
                EvaluationContext.builder().exceptions(exceptions).build();
        EvaluationResult result = run(rule("r", DATA) + rule("s", DATA.replace("zk", "other")), context);

        assertThat(lines(result.rules()))
                .containsExactly("r: skip: rule is skipped due to policy exception ns/e", "s: pass: ");
        assertThat(places(result.generated())).containsExactly("CREATE ConfigMap shop/other");
    }

    @Test
    void aRuleCopiesWhatTheOneBeforeItMade() {
        String second =
                "apiVersion: v1, kind: ConfigMap, name: copy, namespace: shop, clone: {namespace: shop, name: zk}";
        EvaluationResult result = run(rule("r", DATA) + rule("s", second), world());

        assertThat(places(result.generated()))
                .containsExactly("CREATE ConfigMap shop/zk", "CREATE ConfigMap shop/copy");
        assertThat(result.generated().get(1).resource().at("/data/of").textValue())
                .isEqualTo("shop");
    }

    @Test
    void aSetGeneratesFromTheResourceThatItsRulesChanged() {
        Policy generates = policy(
                "",
                rule(
                        "g",
                        "apiVersion: v1, kind: ConfigMap, name: zk, namespace: shop, data: {data: {tier: '{{"
                                + " request.object.metadata.labels.tier }}'}}"));
        Policy mutates = policy(
                "",
                "{name: m, match: {any: [{resources: {kinds: [Namespace]}}]}, mutate: {patchStrategicMerge: {metadata:"
                        + " {labels: {tier: gold}}}}}");
        PolicySet set = ENGINE.set(List.of(generates, mutates), List.of());
        SetResult result = ENGINE.evaluate(set, TRIGGER, EvaluationContext.empty());

        assertThat(places(result.generated())).containsExactly("CREATE ConfigMap shop/zk");
        assertThat(result.generated().get(0).resource().at("/data/tier").textValue())
                .isEqualTo("gold");
        assertThat(result.generations()).hasSize(1);
    }

    @Test
    void aRequestThatIsDeniedGeneratesNothing() {
        JsonNode review = yaml("{request: {uid: u, operation: CREATE, kind: {group: '', version: v1, kind: Namespace},"
                + " userInfo: {username: alice}, object: {apiVersion: v1, kind: Namespace, metadata: {name: shop}}}}");
        JsonNode object = review.at("/request/object");
        String validates = "{name: v, match: {any: [{resources: {kinds: [Namespace]}}]}, validate: {failureAction: %,"
                + " message: denied, pattern: {metadata: {labels: {team: '?*'}}}}}";
        Policy generates = policy("", rule("g", DATA));
        Policy enforces = policy("", validates.replace("%", "Enforce"));
        Policy audits = policy("", validates.replace("%", "Audit"));
        EvaluationContext admission = EvaluationContext.admission(review);
        SetResult denied = ENGINE.evaluate(ENGINE.set(List.of(generates, enforces), List.of()), object, admission);
        SetResult admitted = ENGINE.evaluate(ENGINE.set(List.of(generates, audits), List.of()), object, admission);

        assertThat(denied.blocked()).isTrue();
        assertThat(denied.generated()).isEmpty();
        assertThat(denied.generations()).isEmpty();
        assertThat(admitted.blocked()).isFalse();
        assertThat(places(admitted.generated())).containsExactly("CREATE ConfigMap shop/zk");
    }
}
