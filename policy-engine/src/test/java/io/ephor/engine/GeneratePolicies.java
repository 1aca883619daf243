package io.ephor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.GeneratedResource;
import io.ephor.Generation;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.ResourceKind;
import io.ephor.values.YamlDocument;
import java.util.ArrayList;
import java.util.List;

/** Policies with generate rules, what exists around them, and short forms of what they make. */
final class GeneratePolicies {
    static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    static final ResourceKind CONFIG_MAP = ResourceKind.of("v1", "ConfigMap");
    static final ResourceKind SECRET = ResourceKind.of("v1", "Secret");
    static final String NAME = "'{{ request.object.metadata.name }}'";
    static final String DATA =
            "apiVersion: v1, kind: ConfigMap, name: zk, namespace: " + NAME + ", data: {data: {of: " + NAME + "}}";
    static final String CLONE =
            "apiVersion: v1, kind: Secret, name: reg, namespace: " + NAME + ", clone: {namespace: default, name: reg}";
    static final JsonNode TRIGGER = yaml(
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, uid: u-1, labels: {team: web}, annotations: {a: b}}}");

    private GeneratePolicies() {}

    static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    static JsonNode secret(String name, String namespace, String labels) {
        return yaml(
                "{apiVersion: v1, kind: Secret, type: Opaque, metadata: {name: " + name + ", namespace: " + namespace
                        + ", uid: s-1, resourceVersion: '7', creationTimestamp: x, ownerReferences: [{name: o}], labels: {"
                        + labels + "}}, data: {k: dg==}}");
    }

    static String rule(String name, String generate) {
        return rule(name, "resources: {kinds: [Namespace]}", "", generate);
    }

    static String rule(String name, String match, String more, String generate) {
        return "{name: " + name + ", match: {any: [{" + match + "}]}, " + more + "generate: {" + generate + "}},\n";
    }

    static Policy policy(String spec, String rules) {
        return ENGINE.load(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {" + spec + "rules: ["
                        + rules + "]}}");
    }

    static EvaluationContext world(JsonNode... resources) {
        InMemoryLookups lookups = InMemoryLookups.builder()
                .kind(CONFIG_MAP)
                .kind(SECRET)
                .resources(List.of(resources))
                .build();
        return EvaluationContext.builder().lookups(lookups.lookups()).build();
    }

    static EvaluationResult run(String rules, EvaluationContext context) {
        return ENGINE.evaluate(policy("", rules), TRIGGER, context);
    }

    static Generation only(EvaluationResult result) {
        assertThat(result.generations()).hasSize(1);
        return result.generations().get(0);
    }

    static List<String> lines(List<RuleResult> rules) {
        List<String> lines = new ArrayList<>();
        for (RuleResult rule : rules) {
            lines.add(rule.toString());
        }
        return lines;
    }

    static List<String> places(List<GeneratedResource> generated) {
        List<String> places = new ArrayList<>();
        for (GeneratedResource made : generated) {
            JsonNode metadata = made.resource().path("metadata");
            places.add(made.action() + " " + made.resource().path("kind").textValue() + " "
                    + metadata.path("namespace").textValue() + "/"
                    + metadata.path("name").textValue());
        }
        return places;
    }
}
