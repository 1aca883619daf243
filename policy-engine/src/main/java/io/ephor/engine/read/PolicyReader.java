package io.ephor.engine.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Diagnostic;
import io.ephor.GroupVersionKind;
import io.ephor.engine.cleanup.CleanupDefinition;
import io.ephor.engine.exceptions.ExceptionDefinition;
import io.ephor.engine.read.shape.CleanupShapes;
import io.ephor.engine.read.shape.ExceptionShapes;
import io.ephor.engine.read.shape.PolicyShapes;
import io.ephor.engine.read.shape.ShapeCheck;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.values.SourceRange;
import io.ephor.values.YamlDocument;
import io.ephor.values.YamlFault;
import io.ephor.values.YamlLimits;
import io.ephor.values.YamlOutcome;
import io.ephor.values.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Reads a text of YAML or JSON into policy documents: splits it, expands lists, checks policies, exceptions and cleanup policies against the shape of
 * their kind, applies the defaults and reports every fault. Immutable and thread-safe.
 */
public final class PolicyReader {
    private static final String GROUP = "kyverno.io";
    private static final List<String> KINDS = List.of("ClusterPolicy", PolicyDefinition.NAMESPACED_KIND);

    private static final List<String> CLEANUP_KINDS =
            List.of(CleanupDefinition.CLUSTER_KIND, CleanupDefinition.NAMESPACED_KIND);

    private final YamlReader yaml;

    /** Creates a reader of texts within limits. */
    public PolicyReader(YamlLimits limits) {
        this.yaml = YamlReader.strict().withLimits(limits);
    }

    /**
     * Reads a text.
     *
     * @param name the name of the text in diagnostics, usually a file name
     */
    public ReadResult read(String name, String text) {
        return read(yaml.readAll(name, text), () -> text);
    }

    /**
     * Reads a text in UTF-8; bytes that are none are a fault of their document.
     *
     * @param name the name of the text in diagnostics, usually a file name
     */
    public ReadResult read(String name, byte[] utf8) {
        return read(yaml.readAll(name, utf8), () -> new String(utf8, StandardCharsets.UTF_8));
    }

    private static ReadResult read(List<YamlOutcome> outcomes, Supplier<String> text) {
        List<PolicyDocument> documents = new ArrayList<>();
        List<Diagnostic> unreadable = new ArrayList<>();
        for (YamlOutcome outcome : outcomes) {
            if (outcome instanceof YamlOutcome.Read read) {
                readFile(read.document(), List.of(), documents, unreadable);
            } else if (outcome instanceof YamlOutcome.Faulty faulty) {
                readFaulty(faulty, text, documents, unreadable);
            }
        }
        return new ReadResult(documents, unreadable);
    }

    /** A document with duplicate keys is looked at all the same, so that its other faults are found too. */
    private static void readFaulty(
            YamlOutcome.Faulty faulty,
            Supplier<String> text,
            List<PolicyDocument> documents,
            List<Diagnostic> unreadable) {
        YamlDocument lenient = faulty.lenient();
        if (lenient != null) {
            readFile(lenient, faulty.faults(), documents, unreadable);
            return;
        }
        for (YamlFault fault : faulty.faults()) {
            String line = SourceLines.line(text.get(), fault.at().line());
            unreadable.add(DocumentFaults.diagnostic(fault, line));
        }
    }

    private static void readFile(
            YamlDocument file, List<YamlFault> faults, List<PolicyDocument> documents, List<Diagnostic> unreadable) {
        JsonNode value = file.value();
        if (value.isNull() && faults.isEmpty()) {
            return;
        }
        if (!isList(value)) {
            DocumentFaults document = new DocumentFaults(file, "", value);
            faults.forEach(document::report);
            documents.add(readDocument(document));
            return;
        }
        readItems(file, faults, documents, unreadable);
    }

    private static void readItems(
            YamlDocument file, List<YamlFault> faults, List<PolicyDocument> documents, List<Diagnostic> unreadable) {
        List<DocumentFaults> items = new ArrayList<>();
        for (JsonNode item : file.value().path("items")) {
            items.add(new DocumentFaults(file, "/items/" + items.size(), item));
        }
        for (YamlFault fault : faults) {
            DocumentFaults owner = null;
            for (DocumentFaults item : items) {
                owner = startsBefore(item.locate(""), fault.at()) ? item : owner;
            }
            if (owner == null) {
                unreadable.add(
                        DocumentFaults.diagnostic(fault, file.line(fault.at().line())));
            } else {
                owner.report(fault);
            }
        }
        items.forEach(item -> documents.add(readDocument(item)));
    }

    private static boolean startsBefore(SourceRange place, SourceRange other) {
        return place.line() < other.line() || (place.line() == other.line() && place.column() <= other.column());
    }

    private static boolean isList(JsonNode value) {
        if (!"List".equals(value.path("kind").textValue())) {
            return false;
        }
        GroupVersionKind kind = GroupVersionKind.of(value);
        return kind.group().isEmpty() && value.path("items").isArray();
    }

    private static PolicyDocument readDocument(DocumentFaults faults) {
        JsonNode document = faults.document();
        GroupVersionKind kind = GroupVersionKind.of(document);
        if (kind.kind().isEmpty() || kind.version().isEmpty()) {
            faults.error("unknown-kind", "", "expected a document with `apiVersion` and `kind`");
            return PolicyDocument.other(kind, faults);
        }
        if (kind.group().equals(GROUP) && kind.kind().equals(ExceptionDefinition.KIND)) {
            return readException(kind, faults);
        }
        if (kind.group().equals(GROUP) && CLEANUP_KINDS.contains(kind.kind())) {
            return readCleanup(kind, faults);
        }
        if (!kind.group().equals(GROUP) || !KINDS.contains(kind.kind())) {
            return PolicyDocument.other(kind, faults);
        }
        if (!PolicyShapes.versions().contains(kind.version())) {
            faults.report(unknownVersion(kind, PolicyShapes.versions())
                    .withKyvernoText(
                            AdmissionStep.PARSING,
                            "failed to retrieve validator: failed to locate OpenAPI spec for GV: " + kind.group() + "/"
                                    + kind.version()));
            return PolicyDocument.other(kind, faults);
        }
        JsonNode policy = PolicyShapes.ofVersion(kind.version()).check(document, new ShapeCheck(faults));
        boolean wellFormed = !faults.hasErrors();
        boolean named = new PolicyChecks(faults).check(kind, policy);
        return wellFormed && named
                ? PolicyDocument.of(kind, faults, definition(kind, policy))
                : PolicyDocument.other(kind, faults);
    }

    private static Fault unknownVersion(GroupVersionKind kind, List<String> versions) {
        String known = "`" + GROUP + "/" + String.join("` and `" + GROUP + "/", versions) + "`";
        return Fault.error("unknown-kind", "/apiVersion", "there is no such version of `" + kind.kind() + "`")
                .withHelp("the versions are " + known);
    }

    private static PolicyDocument readCleanup(GroupVersionKind kind, DocumentFaults faults) {
        if (!CleanupShapes.versions().contains(kind.version())) {
            faults.report(unknownVersion(kind, CleanupShapes.versions()));
            return PolicyDocument.other(kind, faults);
        }
        JsonNode policy = CleanupShapes.CLEANUP.check(faults.document(), new ShapeCheck(faults));
        JsonNode metadata = policy.path("metadata");
        boolean namespaced = kind.kind().equals(CleanupDefinition.NAMESPACED_KIND);
        new PolicyChecks(faults).checkMetadata(kind, namespaced, metadata);
        if (faults.hasErrors()) {
            return PolicyDocument.other(kind, faults);
        }
        return PolicyDocument.of(
                kind,
                faults,
                new CleanupDefinition(
                        kind.kind(),
                        metadata.get("name").textValue(),
                        namespace(namespaced, metadata),
                        annotations(metadata),
                        policy.get("spec")));
    }

    private static PolicyDocument readException(GroupVersionKind kind, DocumentFaults faults) {
        if (!ExceptionShapes.versions().contains(kind.version())) {
            faults.report(unknownVersion(kind, ExceptionShapes.versions()));
            return PolicyDocument.other(kind, faults);
        }
        JsonNode exception = ExceptionShapes.EXCEPTION.check(faults.document(), new ShapeCheck(faults));
        JsonNode metadata = exception.path("metadata");
        String name = metadata.path("name").textValue();
        if (name == null || name.isEmpty()) {
            faults.report(Fault.error("missing-field", "/metadata", "missing field `name`"));
        }
        if (faults.hasErrors() || name == null) {
            return PolicyDocument.other(kind, faults);
        }
        String namespace = metadata.path("namespace").textValue();
        return PolicyDocument.of(
                kind,
                faults,
                new ExceptionDefinition(name, Objects.requireNonNullElse(namespace, ""), exception.path("spec")));
    }

    private static PolicyDefinition definition(GroupVersionKind kind, JsonNode policy) {
        JsonNode metadata = policy.path("metadata");
        boolean namespaced = kind.kind().equals(PolicyDefinition.NAMESPACED_KIND);
        JsonNode spec = policy.get("spec");
        List<RuleDefinition> rules = new ArrayList<>();
        for (JsonNode rule : spec.path("rules")) {
            String pointer = "/spec/rules/" + rules.size();
            rules.add(RuleDefinition.written(rule, pointer));
        }
        return new PolicyDefinition(
                kind,
                metadata.get("name").textValue(),
                namespace(namespaced, metadata),
                annotations(metadata),
                spec,
                rules);
    }

    private static Map<String, String> annotations(JsonNode metadata) {
        JsonNode written = metadata.path("annotations");
        if (written.isEmpty()) {
            return Map.of();
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> annotation : written.properties()) {
            annotations.put(annotation.getKey(), annotation.getValue().textValue());
        }
        return annotations;
    }

    private static String namespace(boolean namespaced, JsonNode metadata) {
        if (!namespaced) {
            return "";
        }
        JsonNode namespace = metadata.path("namespace");
        boolean given = namespace.isTextual() && !namespace.textValue().isEmpty();
        return given ? namespace.textValue() : "default";
    }
}
