package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Policy;
import io.ephor.values.YamlDocument;

/** Policies of one rule {@code r} for Pods, and resources for them. */
final class PodPolicies {
    private PodPolicies() {}

    /** Loads a policy with an action, with further lines of its spec, and with the fields of {@code validate}, one each. */
    static Policy policy(String action, String spec, String... validate) {
        String text = """
                apiVersion: kyverno.io/v1
                kind: ClusterPolicy
                metadata: {name: p}
                spec:
                  validationFailureAction: %s
                  rules:
                  - name: r
                    match: {any: [{resources: {kinds: [Pod]}}]}
                    validate:
                      %s
                  %s
                """;
        return StandardPolicyEngine.create()
                .load("policy.yaml", text.formatted(action, String.join("\n      ", validate), spec));
    }

    static JsonNode pod(String metadata) {
        return resource("{apiVersion: v1, kind: Pod, metadata: {" + metadata + "}}");
    }

    static JsonNode resource(String yaml) {
        return YamlDocument.parse("resource.yaml", yaml).value();
    }
}
