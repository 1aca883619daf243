package io.ephor.engine.autogen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ephor.GroupVersionKind;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutogenTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final String POD = "match: {any: [{resources: {kinds: ['Pod']}}]}";
    private static final String PATTERN = "validate: {message: 'm', pattern: {spec: {a: 'b'}}}";

    @Test
    void derivesOneRuleForControllersAndOneForCronJobs() {
        Autogen autogen = Autogen.of(policy("{name: 'r', " + POD + ", " + PATTERN + "}"));

        List<RuleDefinition> rules = autogen.rules();

        assertThat(rules).extracting(RuleDefinition::name).containsExactly("r", "autogen-r", "autogen-cronjob-r");
        assertThat(rules).extracting(RuleDefinition::derived).containsExactly(false, true, true);
        assertThat(rules).extracting(RuleDefinition::pointer).containsOnly("/spec/rules/0");
        assertThat(rules.get(1).node().at("/validate/pattern"))
                .hasToString("{\"spec\":{\"template\":{\"spec\":{\"a\":\"b\"}}}}");
        assertThat(rules.get(2).node().at("/validate/pattern"))
                .hasToString("{\"spec\":{\"jobTemplate\":{\"spec\":{\"template\":{\"spec\":{\"a\":\"b\"}}}}}}");
        assertThat(rules.get(1).node().at("/match/any/0/resources/kinds"))
                .extracting(JsonNode::textValue)
                .containsExactly(
                        "apps/v1/DaemonSet",
                        "apps/v1/Deployment",
                        "batch/v1/Job",
                        "apps/v1/ReplicaSet",
                        "v1/ReplicationController",
                        "apps/v1/StatefulSet");
    }

    @Test
    void derivesForJustTheKindThatIsAskedFor() {
        Autogen autogen = Autogen.of(policy("{name: 'r', " + POD + ", " + PATTERN + "}"));

        assertThat(autogen.kinds()).contains("Deployment", "CronJob").hasSize(7);
        assertThat(autogen.rules("Pod")).extracting(RuleDefinition::name).containsExactly("r");
        assertThat(autogen.rules("CronJob")).extracting(RuleDefinition::name).containsExactly("r", "autogen-cronjob-r");
        List<RuleDefinition> deployment = autogen.rules("Deployment");
        assertThat(deployment).extracting(RuleDefinition::name).containsExactly("r", "autogen-r");
        assertThat(deployment.get(1).node().at("/match/any/0/resources/kinds")).hasToString("[\"apps/v1/Deployment\"]");
    }

    @Test
    void leavesTheWrittenRuleUntouched() {
        PolicyDefinition policy = policy("{name: 'r', " + POD + ", " + PATTERN + ", context: []}");
        String before = policy.rules().get(0).node().toString();

        Autogen.of(policy).rules();

        assertThat(policy.rules().get(0).node()).hasToString(before);
    }

    @Test
    void derivesNothingWhereOneRuleNamesResources() {
        Autogen autogen = Autogen.of(policy(
                "{name: 'a', " + POD + ", " + PATTERN + "}",
                "{name: 'b', match: {any: [{resources: {kinds: ['Pod'], names: ['x']}}]}, " + PATTERN + "}"));

        assertThat(autogen.rules()).extracting(RuleDefinition::name).containsExactly("a", "b");
        assertThat(autogen.kinds()).isEmpty();
    }

    @Test
    void keepsAnEmptyAnyOnlyInPreconditionsOfTheOuterLoop() {
        String loop = "{list: 'x', preconditions: {any: []}, deny: {conditions: {any: []}},"
                + " foreach: [{list: 'y', preconditions: {any: []}, pattern: {}}]}";
        Autogen autogen = Autogen.of(
                policy("{name: 'r', " + POD + ", preconditions: {any: []}, validate: {foreach: [" + loop + "]}}"));

        JsonNode derived = autogen.rules().get(1).node();

        assertThat(derived.at("/preconditions")).hasToString("{}");
        assertThat(derived.at("/validate/foreach/0"))
                .hasToString("{\"list\":\"x\",\"preconditions\":{\"any\":[]},\"deny\":{\"conditions\":{}},"
                        + "\"foreach\":[{\"list\":\"y\",\"preconditions\":{},\"pattern\":{}}]}");
    }

    @Test
    void deletesTheTemplateWhereALoopOnlyHoldsALoop() {
        Autogen autogen = Autogen.of(policy("{name: 'r', " + POD
                + ", mutate: {foreach: [{list: 'x', order: 'Ascending', foreach: [{list: 'y'}]}]}}"));

        assertThat(autogen.rules().get(1).node().at("/mutate"))
                .hasToString("{\"foreach\":[{\"list\":\"x\",\"patchStrategicMerge\":{\"spec\":{\"template\":null}}}]}");
    }

    @Test
    void replacesTextInKeysAndValuesWhateverItMeans() {
        Autogen autogen = Autogen.of(policy("{name: 'r', " + POD
                + ", validate: {message: '{{ request.object.specialField }}',"
                + " pattern: {'{{ request.object.metadata.name }}': '{{ request.oldObject.spec }}'}}}"));

        JsonNode validate = autogen.rules().get(1).node().get("validate");

        assertThat(validate.get("message").textValue()).isEqualTo("{{ request.object.spec.template.specialField }}");
        assertThat(validate.at("/pattern/spec/template"))
                .hasToString("{\"{{ request.object.spec.template.metadata.name }}\":"
                        + "\"{{ request.oldObject.spec.template.spec }}\"}");
    }

    @Test
    void cutsNamesToSixtyThreeBytes() {
        Autogen autogen = Autogen.of(policy("{name: '" + "é".repeat(30) + "', " + POD + ", " + PATTERN + "}"));

        assertThat(autogen.rules().get(1).name()).isEqualTo("autogen-" + "é".repeat(27) + "\ufffd");
        assertThat(autogen.rules().get(2).name()).isEqualTo("autogen-cronjob-" + "é".repeat(23) + "\ufffd");
    }

    @Test
    void followsTheAnnotationToTheLetter() {
        String rule = "{name: 'r', " + POD + ", " + PATTERN + "}";

        assertThat(kinds(annotated("none", rule))).isEmpty();
        assertThat(kinds(annotated("", rule))).isEmpty();
        assertThat(kinds(annotated("none,Deployment", rule))).containsExactly("apps/v1/Deployment");
        assertThat(kinds(annotated("Foo", rule))).containsExactly("Foo");
        assertThat(kinds(annotated("Job, CronJob", rule))).containsExactly("batch/v1/Job", "batch/v1/CronJob");
        assertThat(kinds(annotated("all", rule))).hasSize(7);
        assertThat(annotated("all", rule).rules("Deployment")).hasSize(1);
    }

    private static List<String> kinds(Autogen autogen) {
        List<String> kinds = new ArrayList<>();
        for (RuleDefinition rule : autogen.rules()) {
            if (rule.derived()) {
                rule.node().at("/match/any/0/resources/kinds").forEach(kind -> kinds.add(kind.textValue()));
            }
        }
        return kinds;
    }

    private static Autogen annotated(String annotation, String rule) {
        return Autogen.of(policy(Map.of(PolicyDefinition.CONTROLLERS_ANNOTATION, annotation), rule));
    }

    private static PolicyDefinition policy(String... rules) {
        return policy(Map.of(), rules);
    }

    private static PolicyDefinition policy(Map<String, String> annotations, String... rules) {
        List<RuleDefinition> definitions = new ArrayList<>();
        for (String rule : rules) {
            JsonNode node = json(rule);
            definitions.add(RuleDefinition.written(node, "/spec/rules/" + definitions.size()));
        }
        GroupVersionKind kind = new GroupVersionKind("kyverno.io", "v1", "ClusterPolicy");
        return new PolicyDefinition(kind, "p", "", annotations, json("{}"), definitions);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
