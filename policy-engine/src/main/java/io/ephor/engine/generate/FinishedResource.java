package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resource with the name, the kind and the labels that its rule gives it.
 *
 * <p>Kyverno: pkg/background/generate/generator.go
 */
final class FinishedResource {
    private FinishedResource() {}

    /**
     * Finishes a resource.
     *
     * @param content an object, with an object as its metadata; what is none has no fields. Never written to
     * @param existing what the resource replaces, or null where it is new
     * @param resourceVersion the version of what is replaced; empty for none
     */
    static ObjectNode of(
            JsonNode content,
            Target target,
            @Nullable JsonNode existing,
            String resourceVersion,
            Map<String, String> ownership) {
        JsonNode written = content.path(Metadata.FIELD);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String kind = Target.text(content, "kind");
        object.put("apiVersion", apiVersion(target, existing));
        object.put("kind", kind.isEmpty() ? target.kind() : kind);
        ObjectNode metadata = metadata(written, target, existing, ownership);
        Metadata.set(metadata, "resourceVersion", resourceVersion);
        object.set(Metadata.FIELD, metadata);
        for (Map.Entry<String, JsonNode> field : content.properties()) {
            if (!object.has(field.getKey())) {
                object.set(field.getKey(), field.getValue());
            }
        }
        return object;
    }

    private static String apiVersion(Target target, @Nullable JsonNode existing) {
        return target.apiVersion().isEmpty() && existing != null
                ? Target.text(existing, "apiVersion")
                : target.apiVersion();
    }

    private static ObjectNode metadata(
            JsonNode written, Target target, @Nullable JsonNode existing, Map<String, String> ownership) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        Metadata.set(metadata, "name", target.name());
        Metadata.set(metadata, "namespace", namespace(target, existing));
        ObjectNode labels = Metadata.labels(written);
        ownership.forEach(labels::put);
        metadata.set(Metadata.LABELS, labels);
        for (Map.Entry<String, JsonNode> field : written.properties()) {
            if (!metadata.has(field.getKey()) && !isPlace(field.getKey())) {
                metadata.set(field.getKey(), field.getValue());
            }
        }
        return metadata;
    }

    private static boolean isPlace(String field) {
        return field.equals("name") || field.equals("namespace");
    }

    private static String namespace(Target target, @Nullable JsonNode existing) {
        return target.namespace().isEmpty() && existing != null
                ? Target.text(existing.path(Metadata.FIELD), "namespace")
                : target.namespace();
    }
}
