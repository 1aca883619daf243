package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.GroupVersionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the variables of a test. Kyverno: cmd/cli/kubectl-kyverno/apis/v1alpha1/values_spec.go. */
final class ValuesReader {
    private static final List<String> OPERATIONS = List.of("", "CREATE", "UPDATE", "DELETE", "CONNECT");

    private final SourceDocument document;
    private final Faults faults;

    ValuesReader(SourceDocument document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    /** Reads a file of its own. */
    TestValues readFile() {
        ObjectFields root = new ObjectFields(document.value(), "", document, faults);
        boolean versioned = !root.text("apiVersion").isEmpty();
        boolean typed = !root.text("kind").isEmpty();
        if (!versioned || !typed) {
            faults.error(
                    "deprecated-schema",
                    "values have `apiVersion: cli.kyverno.io/v1alpha1` and `kind: Values`",
                    document,
                    root.pointer());
        }
        root.accept("metadata");
        return readInline(root);
    }

    /** Reads the values from an object that may have been asked for other fields already. */
    TestValues readInline(ObjectFields root) {
        Map<String, JsonNode> global = root.map("globalValues");
        checkOperation(root, global);
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        for (ObjectFields selector : root.objects("namespaceSelector")) {
            labels.put(selector.text("name"), selector.textMap("labels"));
            selector.finish();
        }
        for (ObjectFields namespace : root.objects("namespaces")) {
            readNamespace(namespace, labels);
        }
        List<PolicyValues> policies = new ArrayList<>();
        for (ObjectFields policy : root.objects("policies")) {
            policies.add(policy(policy));
        }
        List<SubresourceKind> subresources = new ArrayList<>();
        for (ObjectFields subresource : root.objects("subresources")) {
            subresources.add(subresource(subresource));
        }
        root.finish();
        return new TestValues(global, policies, labels, subresources);
    }

    private void checkOperation(ObjectFields root, Map<String, JsonNode> global) {
        JsonNode operation = global.get(TestValues.OPERATION);
        if (operation != null && operation.isTextual() && !OPERATIONS.contains(operation.textValue())) {
            faults.error(
                    "unknown-operation",
                    "`" + operation.textValue() + "` is none of CREATE, UPDATE, DELETE, CONNECT",
                    document,
                    root.pointerTo("globalValues") + '/' + TestValues.OPERATION);
        }
    }

    private static void readNamespace(ObjectFields namespace, Map<String, Map<String, String>> labels) {
        namespace.text("apiVersion");
        namespace.text("kind");
        namespace.accept("spec");
        namespace.accept("status");
        ObjectFields metadata = namespace.object("metadata");
        if (metadata != null) {
            labels.put(metadata.text("name"), metadata.textMap("labels"));
        }
        namespace.finish();
    }

    private static PolicyValues policy(ObjectFields policy) {
        Map<String, Map<String, JsonNode>> resources = new LinkedHashMap<>();
        for (ObjectFields resource : policy.objects("resources")) {
            resources
                    .computeIfAbsent(resource.text("name"), name -> new LinkedHashMap<>())
                    .putAll(resource.map("values"));
            resource.finish();
        }
        List<RuleValues> rules = new ArrayList<>();
        for (ObjectFields rule : policy.objects("rules")) {
            rules.add(rule(rule));
        }
        PolicyValues values = new PolicyValues(policy.requiredText("name"), resources, rules);
        policy.finish();
        return values;
    }

    private static RuleValues rule(ObjectFields rule) {
        Map<String, List<JsonNode>> foreach = new LinkedHashMap<>();
        ObjectFields lists = rule.object("foreachValues");
        if (lists != null) {
            rule.map("foreachValues").keySet().forEach(path -> foreach.put(path, lists.values(path)));
        }
        RuleValues values = new RuleValues(rule.requiredText("name"), rule.map("values"), foreach);
        rule.finish();
        return values;
    }

    private static SubresourceKind subresource(ObjectFields fields) {
        ObjectFields subresource = fields.object("subresource");
        ObjectFields parent = fields.object("parentResource");
        String name = subresource == null ? "" : subresource.text("name");
        SubresourceKind kind =
                new SubresourceKind(kind(subresource), kind(parent), name.substring(name.indexOf('/') + 1));
        fields.finish();
        return kind;
    }

    private static GroupVersionKind kind(@Nullable ObjectFields fields) {
        if (fields == null) {
            return new GroupVersionKind("", "", "");
        }
        for (String other : List.of("name", "singularName", "namespaced", "verbs", "shortNames", "categories")) {
            fields.acceptAny(other);
        }
        fields.acceptAny("storageVersionHash");
        GroupVersionKind kind = new GroupVersionKind(fields.text("group"), fields.text("version"), fields.text("kind"));
        fields.finish();
        return kind;
    }
}
