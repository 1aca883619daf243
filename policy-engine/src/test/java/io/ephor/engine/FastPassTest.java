package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Operation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fast pass lets pass, the slow pass lets pass too: an explanation takes the slow one alone. */
class FastPassTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final int POLICIES = 1_500;
    private static final int PODS = 8;

    private static final List<String> OPERATORS = List.of(
            "Equals",
            "NotEquals",
            "AnyIn",
            "AllIn",
            "AnyNotIn",
            "AllNotIn",
            "In",
            "NotIn",
            "GreaterThan",
            "LessThanOrEquals");
    private static final List<String> OF_OBJECT = List.of(
            "request.object.spec.[initContainers, containers][].image",
            "request.object.spec.[initContainers, containers][].add[]",
            "request.object.spec.containers[].ports[].port",
            "request.object.spec.containers[*].image",
            "request.object.spec.containers[?image == 'a'].add[]",
            "request.object.spec.containers[].ports[?port > `80`].port[]",
            "request.object.spec.volumes[].keys(@)[]",
            "request.object.spec.volumes[].keys(@)[] || ''",
            "request.object.spec.containers[].nothing || request.object.spec.host",
            "request.object.spec.containers[].add[] || `[]`",
            "request.object.spec.containers[0].add",
            "request.object.spec.host || 'none'",
            "request.object.spec.host",
            "request.object.spec",
            "request.object.spec.containers | length(@)",
            "request.object.spec.host == 'a'",
            "request.operation || 'BACKGROUND'");
    private static final List<String> OF_ELEMENT = List.of(
            "element.image",
            "element.add[]",
            "element.add[] || `[]`",
            "element.ports[].port",
            "element.ports[0].port || `80`",
            "element.privileged || `false`",
            "elementIndex",
            "element.ports",
            "element0.image",
            "element");
    private static final List<String> LISTS = List.of(
            "request.object.spec.containers",
            "request.object.spec.[initContainers, containers][]",
            "request.object.spec.initContainers",
            "request.object.spec.initContainers || `[]`",
            "request.object.spec.containers[].ports[]",
            "request.object.spec.containers[].image",
            "request.object.spec.host",
            "request.object.spec.containers[?privileged]");
    private static final List<String> VALUES = List.of(
            "[a, b]",
            "['*', 1]",
            "[80, 81, '']",
            "['a?', X, DELETE]",
            "[]",
            "a",
            "'*'",
            "80",
            "'80-90'",
            "true",
            "'[\"a\", \"b\"]'",
            "CREATE",
            "1Gi",
            "''",
            "[name, emptyDir, '']");
    private static final List<String> TEXTS = List.of(
            "a", "b", "'*'", "X", "''", "1Gi", "80", "true", "null", "'{{ request.name }}'", "1.5", "[a]", "{}");

    @Test
    void passesNothingThatTheSlowPassDoesNot() {
        Set<RuleStatus> seen = EnumSet.noneOf(RuleStatus.class);
        int compared = 0;
        for (int seed = 0; seed < POLICIES; seed++) {
            Random random = new Random(seed);
            String rule = random.nextBoolean() ? deny(random, "", OF_OBJECT) : foreach(random);
            Policy policy = policy(preconditions(random, OF_OBJECT) + "\n    validate: {" + rule + "}");
            for (int i = 0; i < PODS; i++) {
                JsonNode pod = pod(random);
                EvaluationContext context = context(random, pod);
                List<RuleResult> results = ENGINE.evaluate(policy, pod, context).rules();
                EvaluationResult explained =
                        ENGINE.explain(policy, pod, context).result();
                assertThat(shown(results))
                        .as("seed %s: %s on %s", seed, rule, pod)
                        .isEqualTo(shown(explained.rules()));
                results.forEach(result -> seen.add(result.status()));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(POLICIES * PODS);
        assertThat(seen).containsExactlyInAnyOrder(RuleStatus.PASS, RuleStatus.FAIL, RuleStatus.ERROR, RuleStatus.SKIP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{conditions: {any: [{key: '{{ request.object.spec.volumes[].keys(@)[] }}', operator: AnyNotIn,"
                        + " value: [name]}]}}; {volumes: [no-map]}; PASS",
                "{conditions: {any: [{key: '{{ request.object.spec.names[] }}', operator: AnyIn, value: [other]}]}};"
                        + " {names: ['{{ request.object.spec.other }}'], other: other}; FAIL",
                "{conditions: {any: [{key: '{{ request.object.spec.names[] }}', operator: AnyIn, value: [other]}]}};"
                        + " {names: ['{{ request.object.spec.none }}']}; ERROR",
                "{conditions: {any: [{key: '{{ request.object.spec.none }}', operator: Equals, value: a}]}}; {}; ERROR",
                "{conditions: {any: [{key: '{{ request.object.spec.names[] }}', operator: In, value: [a]}]}};"
                        + " {names: [1]}; ERROR",
                "{conditions: {any: [{key: a, operator: AnyIn, value: '{{ request.object.spec.names[] }}'}]}};"
                        + " {names: ['?']}; FAIL",
            })
    void leavesOpenWhatIsNotCertain(String deny, String spec, RuleStatus expected) {
        Policy policy = policy("validate: {deny: " + deny + "}");
        JsonNode pod = YamlDocument.parse(
                        "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: " + spec + "}")
                .value();

        List<RuleResult> results =
                ENGINE.evaluate(policy, pod, EvaluationContext.empty()).rules();

        assertThat(results).singleElement().extracting(RuleResult::status).isEqualTo(expected);
    }

    @Test
    void seesInjectedVariablesInPlaceOfTheParts() {
        Policy policy = policy("validate: {deny: {conditions: {any: [{key: '{{ request.object.spec.host }}',"
                + " operator: Equals, value: a}]}}}");
        JsonNode pod = YamlDocument.parse(
                        "pod.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {host: b}}")
                .value();
        EvaluationContext context = EvaluationContext.builder()
                .variable(
                        "request.object.spec.host", YamlDocument.parse("v", "a").value())
                .build();

        assertThat(ENGINE.evaluate(policy, pod, EvaluationContext.empty()).failures())
                .isEmpty();
        assertThat(ENGINE.evaluate(policy, pod, context).failures()).hasSize(1);
    }

    private static String shown(List<RuleResult> results) {
        StringBuilder text = new StringBuilder();
        for (RuleResult result : results) {
            text.append(result.name())
                    .append(' ')
                    .append(result.status())
                    .append(": ")
                    .append(result.message())
                    .append('\n');
        }
        return text.toString();
    }

    private static Policy policy(String rule) {
        return ENGINE.load("policy.yaml", """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  background: false
                  rules:
                  - name: r
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    %s
                """.formatted(rule));
    }

    private static EvaluationContext context(Random random, JsonNode pod) {
        return switch (random.nextInt(4)) {
            case 0 ->
                EvaluationContext.builder()
                        .operation(Operation.UPDATE)
                        .oldResource(pod)
                        .build();
            case 1 -> EvaluationContext.builder().operation(Operation.DELETE).build();
            default -> EvaluationContext.empty();
        };
    }

    private static String preconditions(Random random, List<String> queries) {
        return random.nextInt(3) == 0 ? "preconditions: " + conditions(random, queries) : "";
    }

    private static String deny(Random random, String more, List<String> queries) {
        return more + "deny: {conditions: " + conditions(random, queries) + "}";
    }

    private static String foreach(Random random) {
        List<String> queries = new ArrayList<>(OF_ELEMENT);
        queries.addAll(OF_OBJECT.subList(0, 4));
        String more = "list: \"" + pick(random, LISTS) + "\", ";
        if (random.nextInt(4) == 0) {
            more += "preconditions: " + conditions(random, queries) + ", ";
        }
        if (random.nextInt(5) == 0) {
            more += "elementScope: " + random.nextBoolean() + ", ";
        }
        String body = switch (random.nextInt(4)) {
            case 0 -> more + "pattern: {image: '" + pick(random, List.of("?*", "!*a", "b | X")) + "'}";
            case 1 -> more + "foreach: [{" + deny(random, "list: element.ports, ", queries) + "}]";
            default -> deny(random, more, queries);
        };
        return "foreach: [{" + body + "}]";
    }

    private static String conditions(Random random, List<String> queries) {
        String one = condition(random, queries);
        return switch (random.nextInt(4)) {
            case 0 -> "{any: [" + one + ", " + condition(random, queries) + "]}";
            case 1 -> "{all: [" + one + ", " + condition(random, queries) + "]}";
            case 2 -> "{any: [" + one + "], all: [" + condition(random, queries) + "]}";
            default -> "[" + one + "]";
        };
    }

    private static String condition(Random random, List<String> queries) {
        String query = "\"{{ " + pick(random, queries) + " }}\"";
        String other = random.nextInt(6) == 0 ? "\"{{ " + pick(random, queries) + " }}\"" : pick(random, VALUES);
        boolean turned = random.nextInt(4) == 0;
        return "{key: " + (turned ? other : query) + ", operator: " + pick(random, OPERATORS) + ", value: "
                + (turned ? query : other) + "}";
    }

    private static JsonNode pod(Random random) {
        StringBuilder text = new StringBuilder("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {");
        if (random.nextBoolean()) {
            text.append("host: ").append(pick(random, TEXTS)).append(", ");
        }
        if (random.nextBoolean()) {
            text.append("initContainers: ").append(containers(random)).append(", ");
        }
        if (random.nextBoolean()) {
            text.append("volumes: ")
                    .append(pick(random, List.of("[]", "[{name: a}, {emptyDir: {}}]", "[a]", "{}")))
                    .append(", ");
        }
        String spec = text.append("containers: ")
                .append(containers(random))
                .append("}}")
                .toString();
        return YamlDocument.parse("pod.yaml", spec).value();
    }

    private static String containers(Random random) {
        StringBuilder text = new StringBuilder("[");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(random.nextInt(12) == 0 ? pick(random, TEXTS) : container(random))
                    .append(", ");
        }
        return text.append("]").toString();
    }

    private static String container(Random random) {
        StringBuilder text = new StringBuilder("{");
        if (random.nextInt(4) > 0) {
            text.append("image: ").append(pick(random, TEXTS)).append(", ");
        }
        if (random.nextBoolean()) {
            text.append("add: [")
                    .append(pick(random, TEXTS))
                    .append(", ")
                    .append(pick(random, TEXTS))
                    .append("], ");
        }
        if (random.nextBoolean()) {
            text.append("ports: [{port: ")
                    .append(pick(random, List.of("80", "85", "443", "a")))
                    .append("}], ");
        }
        if (random.nextInt(3) == 0) {
            text.append("privileged: ").append(random.nextBoolean());
        }
        return text.append("}").toString();
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
