package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.GroupVersionKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels by which a generated resource is found again: its rule, its trigger, its source.
 *
 * <p>Kyverno: pkg/background/common/labels.go, pkg/background/generate/source.go
 */
public final class Ownership {
    private static final String PREFIX = "generate.kyverno.io/";

    private Ownership() {}

    /**
     * Returns the labels of everything that a rule makes for a trigger.
     *
     * @param policy the name of the policy
     * @param policyNamespace the namespace of the policy; empty for one of the whole cluster
     * @param rule the name of the rule
     */
    public static Map<String, String> of(String policy, String policyNamespace, String rule, JsonNode trigger) {
        GroupVersionKind kind = kind(trigger);
        JsonNode metadata = trigger.path("metadata");
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/managed-by", "kyverno");
        labels.put(PREFIX + "policy-name", policy);
        labels.put(PREFIX + "policy-namespace", policyNamespace);
        labels.put(PREFIX + "rule-name", rule);
        labels.put(PREFIX + "trigger-group", kind.group());
        labels.put(PREFIX + "trigger-kind", Target.text(trigger, "kind"));
        labels.put(PREFIX + "trigger-namespace", Target.text(metadata, "namespace"));
        labels.put(PREFIX + "trigger-uid", Target.text(metadata, "uid"));
        labels.put(PREFIX + "trigger-version", kind.version());
        return labels;
    }

    /** Adds what a copy says of its source. */
    static void addSource(ObjectNode labels, JsonNode source) {
        GroupVersionKind kind = kind(source);
        JsonNode metadata = source.path("metadata");
        labels.put(PREFIX + "clone-source", "");
        labels.put(PREFIX + "source-group", kind.group());
        labels.put(PREFIX + "source-kind", Target.text(source, "kind"));
        labels.put(PREFIX + "source-namespace", Target.text(metadata, "namespace"));
        labels.put(PREFIX + "source-uid", Target.text(metadata, "uid"));
        labels.put(PREFIX + "source-version", kind.version());
    }

    /** An API version with two slashes is none. */
    private static GroupVersionKind kind(JsonNode resource) {
        GroupVersionKind kind = GroupVersionKind.of(resource);
        return kind.version().indexOf('/') < 0 ? kind : new GroupVersionKind("", "", kind.kind());
    }
}
