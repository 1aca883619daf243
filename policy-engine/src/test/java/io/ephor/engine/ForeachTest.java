package io.ephor.engine;

import static io.ephor.engine.PodPolicies.policy;
import static io.ephor.engine.PodPolicies.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeachTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();

    private static Policy loop(String... loops) {
        return policy("Enforce", "", "message: use our registry", "foreach: [" + String.join(", ", loops) + "]");
    }

    private static JsonNode pod(String spec) {
        return resource("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: " + spec + "}");
    }

    private static List<String> judge(Policy policy, JsonNode pod) {
        return ENGINE.evaluate(policy, pod).rules().stream()
                .map(RuleResult::toString)
                .toList();
    }

    @Test
    void failsWithTheFirstElementThatDoesNotMatchAndItsPlace() {
        Policy policy = loop("{list: request.object.spec.containers, pattern: {image: 'ours/*'}}");

        assertThat(ENGINE.evaluate(policy, pod("{containers: [{image: ours/a}, {image: b}, {image: c}]}"))
                        .failures())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.message())
                            .isEqualTo("validation failure: validation error: use our registry. rule r failed at path"
                                    + " /image/");
                    assertThat(rule.at()).isEqualTo("/spec/containers/1/image");
                    assertThat(rule.source().line()).isEqualTo(11);
                });
        assertThat(judge(policy, pod("{containers: [{image: ours/a}]}"))).containsExactly("r: pass: rule passed");
    }

    @Test
    void hasNoAnswerWithoutElements() {
        Policy policy = loop("{list: request.object.spec.initContainers, pattern: {image: 'ours/*'}}");

        assertThat(judge(policy, pod("{}"))).isEmpty();
        assertThat(judge(policy, pod("{initContainers: []}"))).isEmpty();
        assertThat(judge(policy, pod("{initContainers: null}"))).isEmpty();
    }

    @Test
    void passesOverElementsWhosePreconditionsFail() {
        Policy policy = loop("{list: request.object.spec.containers, preconditions: {all: [{key: '{{ element.name }}',"
                + " operator: Equals, value: a}]}, pattern: {image: 'ours/*'}}");

        assertThat(judge(policy, pod("{containers: [{name: b, image: x}]}"))).isEmpty();
        assertThat(judge(policy, pod("{containers: [{image: x}, {name: a, image: ours/x}]}")))
                .containsExactly("r: pass: rule passed");
    }

    @Test
    void showsNestedLoopsTheElementsAroundThem() {
        Policy policy = loop("{list: request.object.spec.containers, foreach: [{list: element.ports, deny: {conditions:"
                + " {any: [{key: '{{ element0.name }}-{{ element1 }}', operator: Equals, value: b-2}]}}}]}");

        assertThat(judge(policy, pod("{containers: [{name: a, ports: [1, 2]}, {name: b, ports: [2]}]}")))
                .containsExactly("r: fail: validation failure: validation failure: use our registry");
        assertThat(judge(policy, pod("{containers: [{name: a, ports: [1, 2]}]}")))
                .containsExactly("r: pass: rule passed");
    }

    @Test
    void matchesTheWholeResourceOutsideOfTheScopeOfAnElement() {
        Policy policy = loop(
                "{list: request.object.spec.containers, elementScope: false, pattern: {metadata: {name: '{{ element.name }}'}}}");

        assertThat(judge(policy, pod("{containers: [{name: web}]}"))).containsExactly("r: pass: rule passed");
        assertThat(ENGINE.evaluate(policy, pod("{containers: [{name: a}]}")).failures())
                .singleElement()
                .satisfies(rule -> assertThat(rule.message()).endsWith("rule r failed at path /metadata/name/"));
    }

    @Test
    void endsInErrorWhereAScopedElementIsNoObject() {
        Policy policy = loop("{list: 'keys(request.object.spec)', elementScope: true, pattern: {a: b}}");

        assertThat(judge(policy, pod("{containers: []}")))
                .containsExactly("r: error: failed to process foreach: cannot use elementScope=true foreach rules for"
                        + " elements that are not maps, expected type=map got type=string");
    }

    @Test
    void endsInErrorWhereNoListCanBeEvaluated() {
        String broken = "{list: 'length(request.object.spec.n)', deny: {}}";

        assertThat(judge(loop(broken), pod("{n: 1}")))
                .singleElement()
                .asString()
                .startsWith("r: error: failed to evaluate list: JMESPath query failed: ");
        assertThat(judge(loop(broken, "{list: request.object.spec.l, pattern: {a: 1}}"), pod("{n: 1, l: [{a: 1}]}")))
                .containsExactly("r: pass: rule passed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{list: request.object.spec.l, pattern: {i: 2}} | {l: [{i: 2}, {i: 1}]} | /spec/l/1/i",
                "{list: request.object.spec.l, pattern: {i: 2}} | {l: {i: 1}} | /spec/l/i",
                "{list: request.object.spec.l, elementScope: false, pattern: {spec: {a: 2}}} | {l: [{i: 1}]} | /spec/a",
                "{list: request.object.spec.l, pattern: {spec: {a: 2}}} | {l: [1]} | /spec/a",
                "{list: 'request.object.spec.l[]', pattern: {i: 2}} | {l: [{i: 1}]} | null",
                "{list: request.object.spec.l, foreach: [{list: element.p, pattern: {i: 2}}]} | {l: [{p: [{i: 1}]}]} | null",
                "{list: request.object.spec.l, foreach: [{list: request.object.spec.l, pattern: {i: 2}}]} | {l: [{i: 1}]}"
                        + " | null",
                "{list: request.object.spec.l, foreach: [{list: element.p, elementScope: false, pattern: {i: 2}}]} |"
                        + " {l: [{i: 1, p: [1]}]} | /spec/l/0/i",
            })
    void tellsThePlaceInTheResourceWhereItIsKnown(String loop, String spec, String at) {
        assertThat(ENGINE.evaluate(loop(loop), pod(spec)).failures())
                .extracting(rule -> String.valueOf(rule.at()))
                .containsExactly(at);
    }

    @Test
    void judgesElementsOnDelete() {
        Policy policy = loop("{list: request.oldObject.spec.containers, deny: {}}");
        EvaluationContext delete =
                EvaluationContext.builder().operation(Operation.DELETE).build();

        assertThat(ENGINE.evaluate(policy, pod("{containers: [{name: a}]}"), delete)
                        .rules())
                .extracting(RuleResult::message)
                .containsExactly("validation failure: use our registry");
    }

    @Test
    @Timeout(20)
    void goesThroughAMillionElements() {
        ObjectNode pod = (ObjectNode) pod("{}");
        ArrayNode list = ((ObjectNode) pod.get("spec")).putArray("l");
        for (int i = 0; i < 1_000_000; i++) {
            list.add(i);
        }
        Policy policy = loop("{list: request.object.spec.l, deny: {conditions: {any: [{key: '{{ element }}', operator:"
                + " Equals, value: none}]}}}");

        assertThat(judge(policy, pod)).containsExactly("r: pass: rule passed");
        list.add(1);
        assertThat(judge(policy, pod))
                .containsExactly("r: error: failed to process foreach: the loops of one evaluation have more than"
                        + " 1000000 elements (limit elements)");
    }

    @Test
    void endsNestedLoopsThatMultiplyWithoutEnd() {
        String loops = "{list: request.object.spec.l, pattern: {a: 1}}";
        for (int i = 0; i < 50; i++) {
            loops = "{list: request.object.spec.l, foreach: [" + loops + "]}";
        }
        Policy policy = loop(loops);
        JsonNode pod = pod("{l: [{a: 1}, {a: 1}]}");

        long start = System.nanoTime();
        List<RuleResult> results = ENGINE.evaluate(policy, pod).rules();

        assertThat(results).singleElement().satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(RuleStatus.ERROR);
            assertThat(rule.message()).endsWith("(limit elements)");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
}
