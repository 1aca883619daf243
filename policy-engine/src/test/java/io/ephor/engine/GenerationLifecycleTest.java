package io.ephor.engine;

import static io.ephor.engine.GeneratePolicies.CLONE;
import static io.ephor.engine.GeneratePolicies.DATA;
import static io.ephor.engine.GeneratePolicies.ENGINE;
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
import io.ephor.Generation;
import io.ephor.MissingLookup;
import io.ephor.Operation;
import io.ephor.RuleResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a host is told of the life of generated resources, and what it lacks to make them. */
class GenerationLifecycleTest {
    private static final String KEPT = "synchronize: true, ";

    private static EvaluationContext deletion() {
        return EvaluationContext.builder().operation(Operation.DELETE).build();
    }

    private static Generation evaluate(String spec, String rules, EvaluationContext context) {
        return only(ENGINE.evaluate(policy(spec, rules), TRIGGER, context));
    }

    private static List<Boolean> settings(String spec, String generate) {
        Generation generation = evaluate(spec, rule("r", generate + DATA), EvaluationContext.empty());
        return List.of(
                generation.synchronize(),
                generation.orphanDownstreamOnPolicyDelete(),
                generation.generateExisting(),
                generation.serverSideApply());
    }

    @Test
    void whatIsNotSetIsOff() {
        assertThat(settings("", "")).containsExactly(false, false, false, false);
        assertThat(settings("generateExisting: false, useServerSideApply: false, ", "synchronize: false, "))
                .containsExactly(false, false, false, false);
    }

    @Test
    void eachSettingIsToldOfItsOwnRuleOrPolicy() {
        assertThat(settings("", KEPT)).containsExactly(true, false, false, false);
        assertThat(settings("", "orphanDownstreamOnPolicyDelete: true, ")).containsExactly(false, true, false, false);
        assertThat(settings("", "generateExisting: true, ")).containsExactly(false, false, true, false);
        assertThat(settings("generateExisting: true, ", "")).containsExactly(false, false, true, false);
        assertThat(settings("generateExisting: true, ", "generateExisting: false, "))
                .containsExactly(false, false, false, false);
        assertThat(settings("useServerSideApply: true, ", "")).containsExactly(false, false, false, true);
    }

    @Test
    void aRuleThatAsksForDeletionsMakesItsResourcesWhenItsTriggerIsDeleted() {
        String match = "resources: {kinds: [Namespace], operations: [CREATE, DELETE]}";
        String data = DATA.replace("request.object", "request.oldObject");
        EvaluationResult result = ENGINE.evaluate(policy("", rule("r", match, "", KEPT + data)), TRIGGER, deletion());

        assertThat(lines(result.rules())).containsExactly("r: fail: ");
        assertThat(result.blocked()).isFalse();
        assertThat(only(result).failure()).isNull();
        assertThat(only(result).deletesDownstream()).isFalse();
        assertThat(places(result.generated())).containsExactly("CREATE ConfigMap shop/zk");
        assertThat(only(result).downstreamLabels()).containsEntry("generate.kyverno.io/trigger-uid", "u-1");
    }

    @Test
    void aRuleThatMatchesDeletionsWithoutAskingForThemMakesNothing() {
        String match = "resources: {kinds: [Namespace], operations: [CREATE, UPDATE]}";
        EvaluationResult result = ENGINE.evaluate(policy("", rule("r", match, "", KEPT + DATA)), TRIGGER, deletion());

        assertThat(result.generated()).isEmpty();
    }

    @Test
    void conditionsCountWhereADeletionMakesResources() {
        String match = "resources: {kinds: [Namespace], operations: [DELETE]}";
        String data = DATA.replace("request.object", "request.oldObject");
        String condition = "preconditions: {all: [{key: '{{ % }}', operator: Equals, value: web}]}, ";
        Generation holding = evaluate(
                "",
                rule("r", match, condition.replace("%", "request.oldObject.metadata.labels.team"), data),
                deletion());
        Generation unmet = evaluate(
                "", rule("r", match, condition.replace("%", "request.oldObject.metadata.name"), data), deletion());
        Generation failing =
                evaluate("", rule("r", match, condition.replace("%", "request.oldObject.none.none"), data), deletion());

        assertThat(places(holding.resources())).containsExactly("CREATE ConfigMap shop/zk");
        assertThat(unmet.resources()).isEmpty();
        assertThat(unmet.failure()).isNull();
        assertThat(failing.resources()).isEmpty();
        assertThat(failing.failure()).startsWith("failed to evaluate preconditions: ");
    }

    @Test
    void aCopyThatIsUpdatedKeepsWhatTheServerWroteIntoIt() {
        JsonNode source = secret("reg", "default", "");
        JsonNode copy = yaml("{apiVersion: v1, kind: Secret, type: Opaque, metadata: {name: reg, namespace: shop,"
                + " uid: c-1, resourceVersion: '12', creationTimestamp: early}, data: {k: b2xk}}");
        EvaluationResult once = run(rule("r", CLONE), world(source, copy));
        EvaluationResult kept = run(rule("r", KEPT + CLONE), world(source, copy));

        assertThat(only(once).resources()).isEmpty();
        assertThat(places(kept.generated())).containsExactly("UPDATE Secret shop/reg");
        JsonNode updated = kept.generated().get(0).resource();
        assertThat(updated.at("/data/k").textValue()).isEqualTo("dg==");
        JsonNode metadata = updated.path("metadata");
        assertThat(metadata.path("uid").textValue()).isEqualTo("c-1");
        assertThat(metadata.path("resourceVersion").textValue()).isEqualTo("12");
        assertThat(metadata.path("creationTimestamp").textValue()).isEqualTo("early");
        assertThat(metadata.has("ownerReferences")).isFalse();
        assertThat(only(run(rule("r", KEPT + CLONE), world(source, updated))).resources())
                .isEmpty();
    }

    @Test
    void serverSideApplyWritesACopyWithoutWhatTheServerKnows() {
        JsonNode copy = yaml("{apiVersion: v1, kind: Secret, metadata: {name: reg, namespace: shop, uid: c-1,"
                + " resourceVersion: '12'}, data: {k: b2xk}}");
        Generation generation = evaluate(
                "useServerSideApply: true, ", rule("r", KEPT + CLONE), world(secret("reg", "default", ""), copy));

        assertThat(generation.serverSideApply()).isTrue();
        assertThat(places(generation.resources())).containsExactly("UPDATE Secret shop/reg");
        JsonNode metadata = generation.resources().get(0).resource().path("metadata");
        assertThat(metadata.has("resourceVersion")).isFalse();
        assertThat(metadata.has("uid")).isFalse();
    }

    @Test
    void aCloneWithoutALookupNamesTheLookupThatItMisses() {
        MissingLookup missing = MissingLookup.of("generate", "resources");
        String list = "namespace: shop, cloneList: {namespace: default, kinds: [v1/Secret]}";
        for (String generate : List.of(CLONE, list)) {
            EvaluationResult blind = run(rule("r", generate), EvaluationContext.empty());

            assertThat(only(blind).failure()).endsWith("no lookup for existing resources was given");
            assertThat(blind.rules().get(0).missingLookups()).containsExactly(missing);
            assertThat(run(rule("r", generate), world()).rules().get(0).missingLookups())
                    .isEmpty();
        }
        assertThat(run(rule("r", DATA), EvaluationContext.empty())
                        .rules()
                        .get(0)
                        .missingLookups())
                .isEmpty();
    }

    @Test
    void anEntryThatTheBodyMentionsAndNobodyAnswersIsNamed() {
        String entries = "context: [{name: cm, configMap: {name: a, namespace: b}}], ";
        String conditions = "preconditions: {all: [{key: '{{ cm.data.x || `1` }}', operator: Equals, value: 1}]}, ";
        String data =
                "apiVersion: v1, kind: ConfigMap, name: zk, namespace: shop, data: {data: {of: '{{ cm.data.x }}'}}";
        String match = "resources: {kinds: [Namespace]}";
        RuleResult unconditional = run(rule("r", match, entries, data), EvaluationContext.empty())
                .rules()
                .get(0);
        RuleResult conditional = run(rule("r", match, entries + conditions, data), EvaluationContext.empty())
                .rules()
                .get(0);

        assertThat(unconditional.missingLookups()).containsExactly(MissingLookup.of("cm", "configMap"));
        assertThat(conditional.missingLookups()).containsExactly(MissingLookup.of("cm", "configMap"));
        assertThat(unconditional).hasToString("r: pass: ");
    }
}
