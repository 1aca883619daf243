package io.ephor.engine.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import io.ephor.lookup.ManifestSignatureRequest;
import io.ephor.values.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles {@code validate.manifests}. Used by one thread, for one document. */
public final class ManifestCompiler {
    private static final String FEATURE = "validate.manifests";
    private static final String OF_ENTRIES = FEATURE + ".attestors.entries.";
    private static final List<String> OTHER_ATTESTORS = List.of("certificates", "keyless");
    private static final List<String> OTHER_KEYS = List.of("secret", "kms");

    private final DocumentFaults document;
    private final NestedSets nested;
    private boolean faulty;

    /**
     * Makes a compiler.
     *
     * @param document takes the faults, and knows the places
     */
    public ManifestCompiler(DocumentFaults document) {
        this.document = document;
        this.nested = new NestedSets(this::report);
    }

    /**
     * Compiles a block.
     *
     * @param manifests the block, of the shape that the reader checked, with an attestor at least
     * @param pointer the JSON pointer of the block
     * @return the block, or null if faults were reported
     */
    public @Nullable CompiledManifests compile(JsonNode manifests, String pointer) {
        if (!manifests.path("ignoreFields").isEmpty()) {
            report(unsupported(FEATURE + ".ignoreFields", pointer + "/ignoreFields"));
        }
        if (manifests.path("dryRun").path("enable").booleanValue()) {
            report(unsupported(FEATURE + ".dryRun", pointer + "/dryRun"));
        }
        List<AttestorSet> sets = new ArrayList<>();
        JsonNode written = manifests.path("attestors");
        for (int i = 0; i < written.size(); i++) {
            sets.add(set(written.get(i), pointer + "/attestors/" + i, ".attestors[" + i + "]"));
        }
        String domain = text(manifests, "annotationDomain");
        return faulty
                ? null
                : new CompiledManifests(
                        sets,
                        domain.isEmpty() ? ManifestSignatureRequest.DEFAULT_ANNOTATION_DOMAIN : domain,
                        text(manifests, "repository"));
    }

    private AttestorSet set(JsonNode set, String pointer, String path) {
        List<Attestor> attestors = new ArrayList<>();
        JsonNode entries = set.path("entries");
        for (int i = 0; i < entries.size(); i++) {
            add(entries.get(i), pointer + "/entries/" + i, path, attestors);
        }
        int count = set.path("count").intValue();
        return new AttestorSet(document.locate(pointer), count == 0 ? attestors.size() : count, attestors);
    }

    /** Adds what an entry states: a set, or each of its keys. Their numbers in messages are those of all keys. */
    private void add(JsonNode entry, String pointer, String path, List<Attestor> attestors) {
        refuse(OTHER_ATTESTORS, entry, OF_ENTRIES, pointer);
        boolean hasKeys = entry.hasNonNull("keys");
        boolean hasSet = entry.hasNonNull("attestor");
        if (hasKeys && hasSet) {
            report(Fault.error("conflicting-fields", pointer, "expected only one of `keys` and `attestor`"));
        } else if (hasKeys) {
            addKeys(entry, pointer, path, attestors);
        } else if (hasSet) {
            String at = path + ".entries[" + attestors.size() + "].attestor";
            String place = pointer + "/attestor";
            JsonNode set = entry.get("attestor");
            if (nested.check(set, place)) {
                attestors.add(new Attestor.OfSet(at, set(set, place, at)));
            }
        } else if (OTHER_ATTESTORS.stream().noneMatch(entry::hasNonNull)) {
            report(Fault.error("missing-field", pointer, "missing one of the fields `keys` and `attestor`"));
        }
    }

    private void addKeys(JsonNode entry, String pointer, String path, List<Attestor> attestors) {
        JsonNode keys = entry.get("keys");
        refuse(OTHER_KEYS, keys, OF_ENTRIES + "keys.", pointer + "/keys");
        String written = text(keys, "publicKeys");
        if (PublicKeys.isReference(written)) {
            report(unsupported(OF_ENTRIES + "keys.publicKeys", pointer + "/keys/publicKeys")
                    .withHelp("keys elsewhere are not supported, keys in PEM are"));
        } else if (written.isBlank() && OTHER_KEYS.stream().noneMatch(keys::hasNonNull)) {
            report(Fault.error("missing-field", pointer + "/keys", "missing field `publicKeys`"));
        }
        SourceRange place = document.locate(pointer);
        Map<String, String> annotations = annotations(entry);
        for (String key : PublicKeys.of(written)) {
            attestors.add(new Attestor.OfKey(
                    path + ".entries[" + attestors.size() + "].keys",
                    place,
                    with(entry, "keys", with(keys, "publicKeys", TextNode.valueOf(key))),
                    annotations,
                    text(entry, "repository"),
                    keys.hasNonNull("rekor") ? text(keys.get("rekor"), "url") : null));
        }
    }

    private static JsonNode with(JsonNode object, String field, JsonNode value) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> copy.set(entry.getKey(), entry.getValue()));
        return copy.set(field, value);
    }

    private static Map<String, String> annotations(JsonNode entry) {
        Map<String, String> annotations = new LinkedHashMap<>();
        entry.path("annotations")
                .properties()
                .forEach(field -> annotations.put(
                        field.getKey(),
                        field.getValue().isNull() ? "" : field.getValue().textValue()));
        return annotations;
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).isTextual() ? object.get(field).textValue() : "";
    }

    private void refuse(List<String> fields, JsonNode object, String feature, String pointer) {
        for (String field : fields) {
            if (object.hasNonNull(field)) {
                report(unsupported(feature + field, pointer + "/" + field));
            }
        }
    }

    private static Fault unsupported(String feature, String pointer) {
        return Fault.unsupported(feature, pointer).withKeyAsPlace();
    }

    private void report(Fault fault) {
        faulty = true;
        document.report(fault);
    }
}
