package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Generation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.engine.existing.Everything;
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

/** Generate rules that a lookup, a trigger or a policy makes as bad as it can. */
class HostileGenerationTest {
    private static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CLONE =
            "apiVersion: v1, kind: Secret, name: reg, namespace: shop, clone: {namespace: default, name: reg}";
    private static final String CLONE_LIST = "namespace: shop, cloneList: {namespace: default, kinds: [v1/Secret]}";
    private static final String EACH = "foreach: [{list: request.object.items, apiVersion: v1, kind: ConfigMap,"
            + " namespace: shop, name: 'c{{ elementIndex }}', data: {data: {e: x}}}]";
    private static final JsonNode TRIGGER = yaml("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    private static final JsonNode SECRET =
            yaml("{apiVersion: v1, kind: Secret, metadata: {name: reg, namespace: default}, data: {k: dg==}}");

    private static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    private static Policy policy(String generate) {
        return ENGINE.load(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {rules: [{name: r, match:"
                        + " {any: [{resources: {kinds: [Namespace]}}]}, generate: {" + generate + "}}]}}");
    }

    private static Generation run(String generate, JsonNode trigger, EvaluationContext context) {
        EvaluationResult result = ENGINE.evaluate(policy(generate), trigger, context);
        assertThat(result.rules()).hasSize(1);
        assertThat(result.rules().get(0)).hasToString("r: pass: ");
        assertThat(result.generations()).hasSize(1);
        return result.generations().get(0);
    }

    private static Generation run(String generate, JsonNode trigger) {
        return run(generate, trigger, EvaluationContext.empty());
    }

    private static EvaluationContext with(ResourceLookup lookup) {
        return EvaluationContext.builder()
                .lookups(Lookups.builder().resources(lookup).build())
                .build();
    }

    private static JsonNode trigger(String field, JsonNode value) {
        ObjectNode trigger = TRIGGER.deepCopy();
        trigger.set(field, value);
        return trigger;
    }

    private static JsonNode items(int count) {
        ArrayNode items = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            items.add(1);
        }
        return trigger("items", items);
    }

    private static String failure(Generation generation) {
        String failure = generation.failure();
        return failure == null ? "" : failure;
    }

    private static EvaluationContext everything(List<JsonNode> all) {
        return with(new Everything(all, "default"));
    }

    private record Failing(RuntimeException thrown) implements ResourceLookup {
        @Override
        public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
            throw thrown;
        }

        @Override
        public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
            throw thrown;
        }
    }

    @Test
    @Timeout(60)
    void aLoopOverAMillionElementsEndsAtTheLimitOfResources() {
        Generation generation = run(EACH, items(1_000_000));

        assertThat(failure(generation)).endsWith("make more than 10000 resources (limit resources)");
        assertThat(generation.resources()).hasSize(10_000);
    }

    @Test
    @Timeout(60)
    void aLoopWhoseElementsAllFailEndsAtTheLimitOfFailures() {
        Generation generation = run(EACH.replace("c{{ elementIndex }}", "{{ element }}"), items(1_000_000));

        assertThat(failure(generation))
                .endsWith("a loop with more than 1000 failures goes no further (limit failures)");
        assertThat(failure(generation)).hasSizeLessThan(1_000_000);
        assertThat(generation.resources()).isEmpty();
    }

    @Test
    @Timeout(60)
    void aLoopWhoseElementsMakeNothingEndsAtTheLimitOfElements() {
        String loop = EACH.replace(
                "apiVersion:", "preconditions: {all: [{key: a, operator: Equals, value: b}]}, apiVersion:");
        Generation generation = run(loop, items(1_100_000));

        assertThat(failure(generation)).endsWith("elements (limit elements)");
        assertThat(generation.resources()).isEmpty();
    }

    @Test
    @Timeout(60)
    void aMillionSourcesEndAtTheLimitOfResources() {
        List<JsonNode> secrets = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            ObjectNode secret = NODES.objectNode().put("apiVersion", "v1").put("kind", "Secret");
            secret.putObject("metadata").put("name", "s" + i).put("namespace", "default");
            secrets.add(secret);
        }
        Generation generation = run(CLONE_LIST, TRIGGER, everything(secrets));

        assertThat(failure(generation)).endsWith("make more than 10000 resources (limit resources)");
        assertThat(generation.resources()).hasSize(10_000);
    }

    @Test
    @Timeout(60)
    void oneSourceAMillionTimesIsOneSource() {
        Generation generation = run(CLONE_LIST, TRIGGER, everything(Collections.nCopies(1_000_000, SECRET)));

        assertThat(generation.failure()).isNull();
        assertThat(generation.resources()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void listsThatAreGoneThroughForEachElementEndAtTheLimitOfSources() {
        List<JsonNode> secrets = new ArrayList<>(Collections.nCopies(10_000, yaml("{apiVersion: v1, kind: Other}")));
        secrets.add(SECRET);
        Generation generation =
                run("foreach: [{list: request.object.items, " + CLONE_LIST + "}]", items(100_000), everything(secrets));

        assertThat(failure(generation)).endsWith("look at more than 2000000 resources to copy (limit sources)");
        assertThat(generation.resources()).hasSize(1);
    }

    @Test
    void aVariableThatIsNoTextIsAFailureWhereTextIsNeeded() {
        List<JsonNode> values = List.of(NODES.numberNode(3), yaml("{a: b}"), yaml("[1, 2]"), NODES.booleanNode(true));
        String start = "failed to decode the rule: expected a text at path /";
        for (String field : List.of("apiVersion", "kind", "name", "namespace")) {
            String generate = "apiVersion: v1, kind: ConfigMap, name: cm, namespace: s, data: {data: {a: b}}"
                    .replaceFirst(field + ": [A-Za-z0-9]+", field + ": '{{ request.object.value }}'");
            for (JsonNode value : values) {
                Generation generation = run(generate, trigger("value", value));

                assertThat(failure(generation)).startsWith(start + field + ", found ");
                assertThat(generation.resources()).isEmpty();
            }
        }
    }

    @Test
    void aVariableThatIsNoObjectIsNoData() {
        for (JsonNode value : List.of(NODES.numberNode(3), yaml("[1]"), TextNode.valueOf("t"))) {
            Generation generation = run(
                    "apiVersion: v1, kind: ConfigMap, name: cm, namespace: s, data: '{{ request.object.value }}'",
                    trigger("value", value));

            assertThat(failure(generation)).startsWith("failed to read the data of v1/ConfigMap/s/cm: ");
            assertThat(generation.resources()).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void dataOfTenThousandLevelsIsComparedAndMade() {
        JsonNode deep = NODES.objectNode();
        for (int i = 0; i < 10_000; i++) {
            deep = NODES.objectNode().set("a", deep);
        }
        Generation generation = run(
                "synchronize: true, apiVersion: v1, kind: ConfigMap, name: cm, namespace: default, data: {data: '{{"
                        + " request.object.value }}'}",
                trigger("value", deep),
                everything(List.of(SECRET)));

        assertThat(generation.failure()).isNull();
        JsonNode made = generation.resources().get(0).resource();
        assertThat(made.path("data").path("a").has("a")).isTrue();
    }

    @Test
    void aLookupThatThrowsIsAFailureWithItsCause() {
        LookupException away = new LookupException("the cluster is away");
        IllegalStateException broken = new IllegalStateException("broken");
        for (RuntimeException thrown : List.of(away, broken)) {
            for (String generate : List.of(
                    CLONE, CLONE_LIST, "apiVersion: v1, kind: ConfigMap, name: cm, namespace: s, data: {a: b}")) {
                Generation generation = run(generate, TRIGGER, with(new Failing(thrown)));

                assertThat(failure(generation)).contains(thrown.getMessage());
                assertThat(generation.cause()).isSameAs(thrown);
                assertThat(generation.resources()).isEmpty();
            }
        }
    }

    @Test
    void nonsenseThatALookupReturnsIsNoSource() {
        List<JsonNode> nonsense = new ArrayList<>(Arrays.asList(
                null,
                NullNode.instance,
                MissingNode.getInstance(),
                yaml("text"),
                yaml("[1]"),
                yaml("{kind: Secret}"),
                yaml("{apiVersion: v1, kind: Secret, metadata: 3}"),
                yaml("{apiVersion: 1, kind: [Secret], metadata: {namespace: default}}")));
        nonsense.add(SECRET);
        Generation list = run(CLONE_LIST, TRIGGER, everything(nonsense));

        assertThat(list.failure()).isNull();
        assertThat(list.resources()).hasSize(1);
        for (JsonNode answer : List.of(yaml("text"), yaml("[1]"), NODES.numberNode(1))) {
            Generation named = run(CLONE, TRIGGER, everything(List.of(answer)));

            assertThat(failure(named)).endsWith("the lookup has an answer that is no resource");
            assertThat(named.resources()).isEmpty();
        }
        Generation bare = run(CLONE, TRIGGER, everything(List.of(yaml("{kind: Secret}"))));
        assertThat(bare.resources()).hasSize(1);
        assertThat(bare.resources().get(0).resource().at("/metadata/name").textValue())
                .isEqualTo("reg");
    }

    @Test
    @Timeout(60)
    void aVariableThatStandsForItselfOrForNothingIsAFailure() {
        JsonNode trigger = trigger("value", TextNode.valueOf("x{{ request.object.value }}{{ request.object.value }}"));
        String start = "apiVersion: v1, kind: ConfigMap, name: cm, namespace: s, data: {data: {a: '";
        Generation cyclic = run(start + "y{{ request.object.value }}'}}", trigger);
        Generation unknown = run(start + "{{ request.object.none }}'}}", trigger);

        assertThat(failure(cyclic)).isNotEmpty().hasSizeLessThan(10_000);
        assertThat(failure(unknown)).contains("request.object.none").hasSizeLessThan(10_000);
        assertThat(cyclic.resources()).isEmpty();
        assertThat(unknown.resources()).isEmpty();
    }

    @Test
    @Timeout(60)
    void textThatGrowsWithEachElementEndsAtALimit() {
        ObjectNode trigger = items(9_000).deepCopy();
        trigger.put("text", "x".repeat(1_000_000));
        Generation generation = run(EACH.replace("e: x", "e: '{{ element }} {{ request.object.text }}'"), trigger);

        assertThat(failure(generation)).contains("(limit bytes)");
        assertThat(generation.resources()).hasSizeLessThan(100);
    }
}
