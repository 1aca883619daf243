package io.ephor.test;

import io.ephor.Operation;
import io.ephor.RuleStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one document of a {@code kyverno-test.yaml}. Kyverno: cmd/cli/kubectl-kyverno/test/load.go. */
final class ManifestReader {
    private static final List<String> KIND_FLAGS = List.of(
            "isValidatingAdmissionPolicy",
            "isMutatingAdmissionPolicy",
            "isValidatingPolicy",
            "isMutatingPolicy",
            "isGeneratingPolicy",
            "isImageValidatingPolicy",
            "isDeletingPolicy");

    private final SourceDocument document;
    private final Faults faults;

    ManifestReader(SourceDocument document, Faults faults) {
        this.document = document;
        this.faults = faults;
    }

    TestManifest read(Path file, int number) {
        ObjectFields root = new ObjectFields(document.value(), "", document, faults);
        checkSchema(root);
        TestInputs inputs = inputs(root);
        TestMocks mocks = new MockReader(document, faults).read(root);
        ObjectFields inline = root.object("values");
        TestValues values = inline == null ? null : new ValuesReader(document, faults).readInline(inline);
        List<ExpectedResult> results = new ArrayList<>();
        List<ObjectFields> entries = root.objects("results");
        for (int i = 0; i < entries.size(); i++) {
            results.add(result(i, entries.get(i)));
        }
        ObjectFields metadata = root.object("metadata");
        String name = metadata == null ? "" : metadata.text("name");
        root.finish();
        return new TestManifest(file, number, document, name, inputs, mocks, values, results);
    }

    private void checkSchema(ObjectFields root) {
        boolean versioned = !root.text("apiVersion").isEmpty();
        boolean typed = !root.text("kind").isEmpty();
        boolean named = !root.text("name").isEmpty();
        if (!versioned || !typed || named) {
            faults.error(
                    "deprecated-schema",
                    "a test has `apiVersion: cli.kyverno.io/v1alpha1`, `kind: Test` and `metadata.name`",
                    document,
                    root.pointer());
        }
    }

    private static TestInputs inputs(ObjectFields root) {
        List<String> payloads = root.texts("jsonPayloads");
        String payload = root.text("jsonPayload");
        if (payloads.isEmpty() && !payload.isEmpty()) {
            payloads = List.of(payload);
        }
        return new TestInputs(
                distinct(root.texts("policies")),
                distinct(root.texts("resources")),
                distinct(cleaned(payloads)),
                root.texts("httpPayloads"),
                root.texts("envoyPayloads"),
                root.texts("targetResources"),
                root.texts("paramResources"),
                root.texts("exceptions"),
                root.texts("clusterResources"),
                root.text("variables"),
                root.text("userinfo"),
                root.text("context"));
    }

    private static List<String> distinct(List<String> paths) {
        return List.copyOf(new LinkedHashSet<>(paths));
    }

    private static List<String> cleaned(List<String> paths) {
        return paths.stream()
                .filter(path -> !path.isBlank())
                .map(ManifestReader::normalized)
                .toList();
    }

    private static String normalized(String written) {
        Path path = TestFiles.path(written);
        return path == null ? written : path.normalize().toString();
    }

    private ExpectedResult result(int index, ObjectFields entry) {
        KIND_FLAGS.forEach(entry::flag);
        List<String> generated = entry.texts("generatedResources");
        String single = entry.text("generatedResource");
        List<ResourceSpec> specs = entry.objects("resourceSpecs").stream()
                .map(ManifestReader::spec)
                .toList();
        if (!specs.isEmpty() && entry.any("resources") == null) {
            faults.warning(
                    "ignored-field",
                    "`resourceSpecs` is only looked at beside `resources`",
                    document,
                    entry.pointerTo("resourceSpecs"));
            specs = List.of();
        }
        ExpectedResult result = new ExpectedResult(
                index,
                entry.requiredText("policy"),
                entry.text("rule"),
                entry.texts("resources"),
                specs,
                entry.text("kind"),
                status(entry),
                operation(entry),
                entry.text("patchedResources"),
                generated.isEmpty() && !single.isEmpty() ? List.of(single) : generated,
                entry.text("cloneSourceResource"),
                entry.flag("failOnMissingResources"));
        entry.finish();
        return result;
    }

    private static ResourceSpec spec(ObjectFields fields) {
        String group = fields.text("group");
        String version = fields.text("version");
        fields.text("subresource");
        ResourceSpec spec = new ResourceSpec(
                group.isEmpty() ? version : group + '/' + version,
                fields.text("kind"),
                fields.text("namespace"),
                fields.text("name"));
        fields.finish();
        return spec;
    }

    private RuleStatus status(ObjectFields entry) {
        String text = entry.requiredText("result");
        for (RuleStatus status : RuleStatus.values()) {
            if (status.text().equals(text)) {
                return status;
            }
        }
        if (!text.isEmpty()) {
            faults.error(
                    "unknown-result",
                    "`" + text + "` is none of pass, fail, warn, error, skip",
                    document,
                    entry.pointerTo("result"));
        }
        return RuleStatus.PASS;
    }

    private @Nullable Operation operation(ObjectFields entry) {
        String text = entry.text("operation");
        if (text.isEmpty()) {
            return null;
        }
        for (Operation operation : List.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE)) {
            if (operation.name().equals(text)) {
                return operation;
            }
        }
        String written = text.toUpperCase(Locale.ROOT).equals(text) ? "" : ", written in capitals";
        faults.error(
                "unknown-operation",
                "`" + text + "` is none of CREATE, UPDATE, DELETE" + written,
                document,
                entry.pointerTo("operation"));
        return null;
    }
}
