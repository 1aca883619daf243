package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicyEngine;
import io.ephor.RuleResult;
import io.ephor.lookup.InMemoryLookups;
import io.ephor.lookup.Lookups;
import io.ephor.lookup.ResourceLookup;
import io.ephor.values.YamlDocument;
import java.util.List;

/** Policies with targets, a trigger for them and a small cluster, for tests. */
final class TargetPolicies {
    static final PolicyEngine ENGINE = StandardPolicyEngine.create();
    static final String NOTE = "patchStrategicMerge: {metadata: {labels: {by: '{{ request.object.metadata.name }}'}}}";
    static final String ALL = "targets: [{apiVersion: v1, kind: Secret, namespace: src}], ";
    static final JsonNode TRIGGER =
            yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: t, namespace: src, labels: {app: web}}}");
    static final List<JsonNode> CLUSTER =
            List.of(secret("one", "src", "q"), secret("two", "src", "z"), secret("one", "other", "q"), TRIGGER);

    private TargetPolicies() {}

    static JsonNode yaml(String text) {
        return YamlDocument.parse("test.yaml", text).value();
    }

    static JsonNode secret(String name, String namespace, String label) {
        return yaml("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: " + namespace
                + ", labels: {l: " + label + "}}, data: {k: dg==}}");
    }

    static String rule(String name, String body) {
        return "{name: " + name + ", match: {any: [{resources: {kinds: [ConfigMap]}}]}, " + body + "},\n";
    }

    static Policy policy(String kind, String spec, String rules) {
        return ENGINE.load(
                "policy.yaml",
                "{apiVersion: kyverno.io/v1, kind: " + kind + ", metadata: {name: p"
                        + (kind.equals("Policy") ? ", namespace: src" : "") + "}, spec: {background: false, " + spec
                        + "rules: [" + rules + "]}}");
    }

    static Policy policy(String rules) {
        return policy("ClusterPolicy", "", rules);
    }

    static EvaluationContext with(ResourceLookup lookup) {
        return EvaluationContext.builder()
                .lookups(Lookups.builder().resources(lookup).build())
                .build();
    }

    static EvaluationContext cluster() {
        return EvaluationContext.builder()
                .lookups(InMemoryLookups.builder().resources(CLUSTER).build().lookups())
                .build();
    }

    static List<String> lines(EvaluationResult result) {
        return result.rules().stream().map(RuleResult::toString).toList();
    }
}
