package io.ephor.engine;

import io.ephor.engine.source.Feature;
import java.util.ArrayList;
import java.util.List;

/** Documents that use a part of the policy language, each of them in a way that admission accepts. */
final class FeatureExamples {
    private static final String PATTERN = "validate: {message: m, pattern: {metadata: {name: '?*'}}}";
    private static final String KEY = "keys: {publicKeys: k}";

    private FeatureExamples() {}

    static List<String> of(Feature feature) {
        return switch (feature) {
            case POLICIES ->
                List.of(
                        policy("", PATTERN),
                        policy("", PATTERN).replace("ClusterPolicy", "Policy").replace("/v1", "/v2beta1"));
            case MATCH -> rule("exclude: {any: [{resources: {namespaces: [a]}}]}", PATTERN);
            case CONTEXT ->
                rule(
                        "context: [{name: a, configMap: {name: a, namespace: b}}]",
                        "validate: {pattern: {a: '{{ a.data.x }}'}}");
            case PRECONDITIONS -> rule("preconditions: {all: [{key: a, operator: AllIn, value: [a]}]}", PATTERN);
            case PATTERN ->
                List.of(
                        policy("", PATTERN),
                        policy(
                                "",
                                "validate: {anyPattern: [{metadata: {name: a}}, {=(spec): {^(containers): [{image: '*'}]}}]}"));
            case DENY ->
                rule(
                        "validate: {deny: {conditions: {any: [{key: '{{ request.name }}', operator: Equals, value: a}]}}}");
            case VALIDATE_FOREACH ->
                rule("validate: {foreach: [{list: request.object.spec.containers, pattern: {image: '*:*'}}]}");
            case POD_SECURITY ->
                rule("validate: {podSecurity: {level: baseline, version: latest, exclude: ["
                        + "{controlName: Capabilities, images: ['*']}]}}");
            case MUTATE ->
                List.of(
                        policy("", "mutate: {patchStrategicMerge: {metadata: {labels: {a: b}}}}"),
                        policy("", "mutate: {patchesJson6902: '[{\"op\": \"add\", \"path\": \"/a\", \"value\": 1}]'}"),
                        policy(
                                "",
                                "mutate: {foreach: [{list: request.object.spec.containers, patchStrategicMerge: {a: b}}]}"));
            case AUTOGEN -> rule("validate: {pattern: {spec: {containers: [{image: '*:*'}]}}}");
            case ACTIONS ->
                List.of(
                        policy(
                                "failurePolicy: Ignore, applyRules: One, validationFailureAction: Enforce,"
                                        + " validationFailureActionOverrides: [{action: Audit, namespaces: [a]}],",
                                PATTERN),
                        policy(
                                "",
                                "validate: {failureAction: Enforce, allowExistingViolations: false, pattern: {a: b},"
                                        + " failureActionOverrides: [{action: Audit, namespaces: [a]}]}"));
            case REPORT_PROPERTIES -> rule("reportProperties: {a: '{{ request.name }}'}", PATTERN);
            case EXCEPTIONS ->
                List.of(
                        "{apiVersion: kyverno.io/v2, kind: PolicyException, metadata: {name: e}, spec: {"
                                + "exceptions: [{policyName: p, ruleNames: [r]}], match: {any: [{resources: {kinds: [Pod]}}]}}}");
            case ADMISSION -> rule("skipBackgroundRequests: false", PATTERN);
            case LOAD_CHECKS -> rule(PATTERN);
            case TARGETS ->
                rule("mutate: {mutateExistingOnPolicyUpdate: true, targets: [{apiVersion: v1, kind: ConfigMap, name: a,"
                        + " namespace: b}], patchStrategicMerge: {data: {a: b}}}");
            case GENERATE ->
                rule("generate: {apiVersion: v1, kind: ConfigMap, name: a, namespace: b, data: {data: {a: b}}}");
            case CLEANUP -> List.of(cleanup("CleanupPolicy"), cleanup("ClusterCleanupPolicy"));
            case VERIFY_IMAGES ->
                rule(
                        "imageExtractors: {Pod: [{path: /spec/a}]}",
                        "verifyImages: [{imageReferences: ['*']," + " mutateDigest: false, attestors: [{entries: [{"
                                + KEY + "}]}]}]");
            case MANIFESTS -> rule("validate: {manifests: {attestors: [{entries: [{" + KEY + "}]}]}}");
            case MANIFESTS_ELSEWHERE ->
                List.of(
                        manifests("certificates: {cert: c}", ""),
                        manifests("keyless: {roots: r}", ""),
                        manifests("keys: {secret: {name: a, namespace: b}}", ""),
                        manifests("keys: {kms: 'awskms:///alias/key'}", ""),
                        manifests("keys: {publicKeys: 'k8s://shop/key'}", ""),
                        manifests(KEY, ", ignoreFields: [{fields: [spec.replicas], objects: [{kind: Pod}]}]"),
                        manifests(KEY, ", dryRun: {enable: true}"));
            case CEL ->
                List.of(
                        policy("", "validate: {cel: {expressions: [{expression: 'true'}]}}"),
                        policy("", "celPreconditions: [{name: a, expression: 'true'}]", PATTERN));
            case MATCH_CONDITIONS ->
                List.of(policy("webhookConfiguration: {matchConditions: [{name: a, expression: 'true'}]},", PATTERN));
            case CEL_KINDS -> kinds(feature);
        };
    }

    /** Returns the names that an example can be refused for. */
    static List<String> refusable(Feature feature) {
        List<String> names = new ArrayList<>(feature.names());
        names.remove("mutate.mutateExistingOnPolicyUpdate");
        return names;
    }

    private static List<String> kinds(Feature feature) {
        List<String> documents = new ArrayList<>();
        for (String kind : feature.names()) {
            String group = kind.contains("Admission") ? "admissionregistration.k8s.io" : "policies.kyverno.io";
            documents.add("{apiVersion: " + group + "/v1, kind: " + kind + ", metadata: {name: p}, spec: {}}");
        }
        return documents;
    }

    private static String manifests(String attestor, String fields) {
        return policy("", "validate: {manifests: {attestors: [{entries: [{" + attestor + "}]}]" + fields + "}}");
    }

    private static String cleanup(String kind) {
        return "{apiVersion: kyverno.io/v2, kind: " + kind + ", metadata: {name: p}, spec: {schedule: '0 0 * * *',"
                + " match: {any: [{resources: {kinds: [Pod]}}]}}}";
    }

    private static List<String> rule(String... fields) {
        return List.of(policy("", fields));
    }

    private static String policy(String spec, String... fields) {
        return "{apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: {name: p}, spec: {" + spec
                + " rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, " + String.join(", ", fields)
                + "}]}}";
    }
}
