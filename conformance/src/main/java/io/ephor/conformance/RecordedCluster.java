package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResourceKind;
import io.ephor.lookup.ResourceLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The cluster of a row of recorded answers: the trigger and further objects, of which the first of a name counts. */
final class RecordedCluster implements ResourceLookup {
    private final Map<String, JsonNode> objects = new TreeMap<>();

    RecordedCluster(List<JsonNode> existing) {
        for (JsonNode object : existing) {
            objects.putIfAbsent(
                    key(metadata(object, "namespace"), metadata(object, "name"), text(object, "kind")), object);
        }
    }

    /** Reads the cluster of a row, which has objects and references to them. */
    static RecordedCluster read(Corpus corpus, JsonNode trigger, JsonNode row) throws IOException {
        List<JsonNode> existing = new ArrayList<>();
        existing.add(trigger);
        for (JsonNode object : row.path("cluster")) {
            existing.add(object.has("ref") ? read(corpus, object.path("ref").asText()) : object);
        }
        return new RecordedCluster(existing);
    }

    /** Reads what a field of a row has, or what is at its reference. */
    static JsonNode read(Corpus corpus, JsonNode row, String field) throws IOException {
        JsonNode reference = row.path(field + "Ref");
        return reference.isTextual() ? read(corpus, reference.textValue()) : row.path(field);
    }

    private static JsonNode read(Corpus corpus, String reference) throws IOException {
        return Yaml.parse(reference, corpus.document(reference));
    }

    @Override
    public Optional<JsonNode> resource(ResourceKind kind, String namespace, String name) {
        return objects.values().stream()
                .filter(object -> kind.matches(object)
                        && metadata(object, "namespace").equals(namespace)
                        && metadata(object, "name").equals(name))
                .findFirst();
    }

    /** Returns everything, in the order of a cluster: that it is compared again is a part of what is measured. */
    @Override
    public List<JsonNode> resources(ResourceKind kind, String namespace, String labelSelector) {
        return List.copyOf(objects.values());
    }

    private static String key(String namespace, String name, String kind) {
        return namespace + "/" + name + "/" + kind;
    }

    private static String metadata(JsonNode object, String field) {
        return text(object.path("metadata"), field);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asText();
    }
}
