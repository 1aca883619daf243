package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.Diagnostic;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.LoadResult;
import io.ephor.Operation;
import io.ephor.Phase;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.UserInfo;
import io.ephor.values.YamlDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mutate rules from the text of a policy to the changed resource. */
class MutationTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final String ADD_LABEL = "patchStrategicMerge: {metadata: {labels: {team: shop}}}";

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("resource.yaml", text).value();
    }

    private static JsonNode pod() {
        return yaml("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: ns1}, spec: {containers:"
                + " [{name: a, image: 'nginx:1'}, {name: b, image: 'redis:2'}]}}");
    }

    private static LoadResult load(String rules) {
        return ENGINE.loadAll(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {background: false, rules: ["
                        + rules + "]}}");
    }

    private static String rule(String name, String body) {
        return "{name: " + name + ", match: {any: [{resources: {kinds: [Pod]}}]}, " + body + "},\n";
    }

    private static EvaluationResult evaluate(String rules, JsonNode resource, EvaluationContext context) {
        return ENGINE.evaluate(load(rules).orThrow().policies().get(0), resource, context);
    }

    private static EvaluationResult mutate(String rules) {
        return evaluate(rules, pod(), EvaluationContext.empty());
    }

    private static RuleResult only(EvaluationResult result) {
        assertThat(result.rules()).hasSize(1);
        return result.rules().get(0);
    }

    @Test
    void aPatchChangesACopyThatSharesWhatItLeavesAlone() {
        JsonNode pod = pod();
        EvaluationResult result = evaluate(rule("add", "mutate: {" + ADD_LABEL + "}"), pod, EvaluationContext.empty());

        assertThat(only(result).type()).isEqualTo(RuleType.MUTATION);
        assertThat(only(result).status()).isEqualTo(RuleStatus.PASS);
        assertThat(only(result).message()).isEqualTo("mutated Pod/web in namespace ns1");
        assertThat(result.patchedResource().at("/metadata/labels/team").textValue())
                .isEqualTo("shop");
        assertThat(result.patchedResource().get("spec")).isSameAs(pod.get("spec"));
        assertThat(pod.toString()).isEqualTo(pod().toString());
        assertThat(result.patch()).isNotEmpty();
    }

    @Test
    void aPatchThatChangesNothingSkipsAndReturnsTheVeryResource() {
        JsonNode pod = pod();
        EvaluationResult result = evaluate(
                rule("same", "mutate: {patchStrategicMerge: {metadata: {name: web}}}"), pod, EvaluationContext.empty());

        assertThat(only(result).status()).isEqualTo(RuleStatus.SKIP);
        assertThat(only(result).message()).isEqualTo("no patches applied");
        assertThat(result.patchedResource()).isSameAs(pod);
        assertThat(result.patch()).isEmpty();
    }

    @Test
    void everyRuleSeesWhatTheOnesBeforeMade() {
        EvaluationResult result = mutate(rule("first", "mutate: {" + ADD_LABEL + "}")
                + rule(
                        "second",
                        "mutate: {patchesJson6902: '[{\"op\": \"add\", \"path\": \"/metadata/labels/copy\", \"value\":"
                                + " \"{{ request.object.metadata.labels.team }}\"}]'}"));

        assertThat(result.rules()).allMatch(rule -> rule.status() == RuleStatus.PASS);
        assertThat(result.patchedResource().at("/metadata/labels/copy").textValue())
                .isEqualTo("shop");
    }

    @Test
    void validationLooksAtWhatCameOutOfMutation() {
        String rules = rule("need-team", "validate: {message: m, pattern: {metadata: {labels: {team: '?*'}}}}")
                + rule("add", "mutate: {" + ADD_LABEL + "}");

        assertThat(mutate(rules).rules())
                .extracting(RuleResult::name, RuleResult::status)
                .containsExactly(tuple("add", RuleStatus.PASS), tuple("need-team", RuleStatus.PASS));
        EvaluationContext onlyValidation =
                EvaluationContext.builder().phases(Phase.VALIDATE).build();
        assertThat(only(evaluate(rules, pod(), onlyValidation)).status()).isEqualTo(RuleStatus.FAIL);
    }

    @Test
    void aPatchThatCannotBeAppliedEndsMutationWithTheLastGoodResource() {
        EvaluationResult result = mutate(rule("good", "mutate: {" + ADD_LABEL + "}")
                + rule("bad", "mutate: {patchesJson6902: '- {op: replace, path: /spec/zz/y, value: 1}'}")
                + rule("later", "mutate: {patchStrategicMerge: {metadata: {labels: {later: 'yes'}}}}"));

        assertThat(result.rules()).extracting(RuleResult::name).containsExactly("good", "bad");
        assertThat(result.rules().get(1).message())
                .isEqualTo("failed to patch resource: replace operation does not apply: doc is missing path:"
                        + " /spec/zz/y: missing value");
        assertThat(result.blocked()).isTrue();
        assertThat(result.patchedResource().at("/metadata/labels").toString()).isEqualTo("{\"team\":\"shop\"}");
    }

    @Test
    void aVariableWithoutAValueAnywhereInTheRuleIsAnError() {
        RuleResult result = only(mutate(
                rule("add", "mutate: {patchStrategicMerge: {metadata: {labels: {x: '{{ request.object.nope }}'}}}}")));

        assertThat(result.status()).isEqualTo(RuleStatus.ERROR);
        assertThat(result.message())
                .startsWith("variable substitution failed: failed to resolve request.object.nope at path"
                        + " /mutate/patchStrategicMerge/metadata/labels/x");
    }

    @Test
    void whatHasNoKindAnyMoreIsAnError() {
        assertThat(only(mutate(rule("drop", "mutate: {patchesJson6902: '- {op: remove, path: /kind}'}")))
                        .message())
                .startsWith(
                        "failed to unmarshal patched resource: Object 'Kind' is missing in '{\"apiVersion\":\"v1\",");
    }

    @Test
    void preconditionsKeepAResourceAsItIs() {
        RuleResult result = only(mutate(rule(
                "add",
                "preconditions: {all: [{key: '{{ request.object.kind }}', operator: Equals, value: Job}]}, mutate: {"
                        + ADD_LABEL + "}")));

        assertThat(result.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(result.message()).isEqualTo("preconditions not met");
    }

    @ParameterizedTest
    @CsvSource({
        "patchesJson6902, , b",
        "patchesJson6902, Descending, a",
        "patchStrategicMerge, , a",
        "patchStrategicMerge, Ascending, b",
    })
    void loopsGoThroughTheirListInTheOrderOfTheirPatch(String kind, String order, String last) {
        String patch = kind.equals("patchesJson6902")
                ? "patchesJson6902: '- {op: add, path: /metadata/annotations/last, value: \"{{ element.name }}\"}'"
                : "patchStrategicMerge: {metadata: {annotations: {last: '{{ element.name }}'}}}";
        String loop = "{list: request.object.spec.containers, " + (order == null ? "" : "order: " + order + ", ")
                + patch + "}";
        EvaluationResult result = mutate(rule("loop", "mutate: {foreach: [" + loop + "]}"));

        assertThat(only(result).status()).isEqualTo(RuleStatus.PASS);
        assertThat(result.patchedResource().at("/metadata/annotations/last").textValue())
                .isEqualTo(last);
    }

    @Test
    void aLoopThatGrowsItsOwnListGoesThroughTheListAsItWas() {
        EvaluationResult result = mutate(rule(
                "grow",
                "mutate: {foreach: [{list: request.object.spec.containers, patchesJson6902: '- {op: add, path:"
                        + " /spec/containers/-, value: {name: \"{{ element.name }}-copy\"}}'}]}"));

        assertThat(result.patchedResource().at("/spec/containers")).hasSize(4);
    }

    @Test
    void loopsInLoopsSeeTheElementsAroundThem() {
        EvaluationResult result = mutate(rule(
                "nested",
                "mutate: {foreach: [{list: request.object.spec.containers, foreach: [{list: \"['x', 'y']\","
                        + " patchesJson6902: '- {op: add, path: /metadata/labels/{{ element0.name }}{{ element }}, value:"
                        + " \"1\"}'}]}]}"));

        assertThat(result.patchedResource().at("/metadata/labels").fieldNames())
                .toIterable()
                .containsExactly("ax", "ay", "bx", "by");
    }

    @Test
    void aLoopWithoutElementsSkips() {
        RuleResult result = only(mutate(rule("none", "mutate: {foreach: [{list: \"`[]`\", " + ADD_LABEL + "}]}")));

        assertThat(result.status()).isEqualTo(RuleStatus.SKIP);
        assertThat(result.message()).isEqualTo("0 elements processed");
    }

    @Test
    void anElementThatCannotBePatchedEndsTheLoopAndItsWorkIsLost() {
        EvaluationResult result = mutate(rule(
                "loop",
                "mutate: {foreach: [{list: \"['/metadata/labels', '/spec/zz/y']\", patchesJson6902: '- {op: replace, path:"
                        + " \"{{ element }}\", value: {}}\n- {op: add, path: /metadata/annotations/x, value: y}'}]}"));

        assertThat(only(result).status()).isEqualTo(RuleStatus.ERROR);
        assertThat(only(result).message()).startsWith("failed to mutate elements: failed to patch resource: ");
        assertThat(result.patchedResource()).isSameAs(result.resource());
    }

    @Test
    void autogenCarriesAPatchOverToControllers() {
        JsonNode deployment = yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template:"
                + " {spec: {containers: [{name: a, image: 'nginx:1'}]}}}}");
        EvaluationResult result = evaluate(
                rule(
                        "pull",
                        "mutate: {patchStrategicMerge: {spec: {containers: [{(name): '*', imagePullPolicy: Always}]}}}"),
                deployment,
                EvaluationContext.empty());

        assertThat(only(result).name()).isEqualTo("autogen-pull");
        assertThat(result.patchedResource()
                        .at("/spec/template/spec/containers/0/imagePullPolicy")
                        .textValue())
                .isEqualTo("Always");
    }

    @Test
    void onDeletionThereIsNothingToPatch() {
        EvaluationContext deletion =
                EvaluationContext.builder().operation(Operation.DELETE).build();
        JsonNode pod = pod();
        EvaluationResult result = evaluate(rule("add", "mutate: {" + ADD_LABEL + "}"), pod, deletion);

        assertThat(only(result).message()).startsWith("failed to unmarshal patched resource: Object 'Kind' is missing");
        assertThat(result.patchedResource()).isSameAs(pod);
    }

    @Test
    void applyingOneRuleEndsWithTheFirstThatChangesSomething() {
        LoadResult loaded = ENGINE.loadAll(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {applyRules: One, rules: ["
                        + rule("same", "mutate: {patchStrategicMerge: {metadata: {name: web}}}")
                        + rule("add", "mutate: {" + ADD_LABEL + "}")
                        + rule("more", "mutate: {patchStrategicMerge: {metadata: {labels: {more: 'yes'}}}}") + "]}}");
        EvaluationResult result = ENGINE.evaluate(loaded.orThrow().policies().get(0), pod(), EvaluationContext.empty());

        assertThat(result.rules()).extracting(RuleResult::name).containsExactly("same", "add");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mutate: {patchStrategicMerge: {metadata: {labels: {n: 1}}}} | wrong-type",
                "mutate: {patchStrategicMerge: {a: b}, patchesJson6902: '[]'} | conflicting-fields",
                "mutate: {patchesJson6902: '- {op: add, path: a, value: 1}'} | invalid-patch",
                "mutate: {patchesJson6902: '- {op: nope, path: /a}'} | invalid-patch",
                "mutate: {patchesJson6902: '- {op: remove, path: \"/a/{{ request.name }}\"}'} | variable-not-allowed",
                "mutate: {foreach: [{list: a}]} | conflicting-fields",
            })
    void loadRefusesWhatAdmissionRefuses(String body, String code) {
        assertThat(load(rule("r", body)).diagnostics())
                .extracting(Diagnostic::code)
                .contains(code);
    }

    @Test
    void whoMakesTheRequestMayBeNotedDown() {
        EvaluationContext context = EvaluationContext.builder()
                .user(UserInfo.of("petrov", "dev").withUid("u-1"))
                .build();
        EvaluationResult result = evaluate(
                rule(
                        "note",
                        "mutate: {patchStrategicMerge: {metadata: {annotations: {by: '{{ request.userInfo | to_string(@)"
                                + " }}'}}}}"),
                pod(),
                context);

        assertThat(result.patchedResource().at("/metadata/annotations/by").textValue())
                .isEqualTo("{\"groups\":[\"dev\"],\"uid\":\"u-1\",\"username\":\"petrov\"}");
    }

    @Test
    void loopsThatMultiplyTheirElementsEndAtALimit() {
        ObjectNode pod = (ObjectNode) pod();
        ArrayNode many = pod.putArray("many");
        for (int i = 0; i < 1_100; i++) {
            many.add(i);
        }
        RuleResult result = only(evaluate(
                rule(
                        "endless",
                        "mutate: {foreach: [{list: request.object.many, foreach: [{list: request.object.many,"
                                + " patchesJson6902: '- {op: remove, path: /none}'}]}]}"),
                pod,
                EvaluationContext.empty()));

        assertThat(result.status()).isEqualTo(RuleStatus.ERROR);
        assertThat(result.message()).contains("more than 1000000 elements (limit elements)");
    }

    @Test
    void aSetMutatesInOrderAndThenValidatesWhatCameOut() {
        LoadResult loaded = ENGINE.loadAll(
                "policies.yaml",
                String.join(
                        "\n---\n",
                        policy(
                                "check",
                                rule("team", "validate: {message: m, pattern: {metadata: {labels: {copy: shop}}}}")),
                        policy("first", rule("add", "mutate: {" + ADD_LABEL + "}")),
                        policy(
                                "second",
                                rule(
                                        "copy",
                                        "mutate: {patchStrategicMerge: {metadata: {labels: {copy: '{{"
                                                + " request.object.metadata.labels.team }}'}}}}"))));
        JsonNode pod = pod();
        var admitted = ENGINE.evaluate(ENGINE.set(loaded.orThrow()), pod, EvaluationContext.empty());

        assertThat(admitted.results())
                .extracting(result -> result.policy().name())
                .containsExactly("check", "first", "second");
        assertThat(admitted.results())
                .allMatch(result -> List.of(RuleStatus.PASS)
                        .containsAll(
                                result.rules().stream().map(RuleResult::status).toList()));
        assertThat(admitted.patchedResource().at("/metadata/labels").toString())
                .isEqualTo("{\"team\":\"shop\",\"copy\":\"shop\"}");
        assertThat(admitted.patch()).hasSizeGreaterThanOrEqualTo(2);
    }

    private static String policy(String name, String rules) {
        return "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: " + name
                + "}, spec: {background: false, rules: [" + rules + "]}}";
    }
}
