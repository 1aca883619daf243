package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.GroupVersionKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * Makes of a document what the reference's command line makes of it before a policy sees it: a namespaced resource
 * without a namespace is in {@code default}, and maps such as {@code labels} that are null are empty.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/resource/resource.go.
 */
public final class ResourceNormalization {
    private static final Set<String> MAPS =
            Set.of("annotations", "labels", "matchLabels", "nodeSelector", "data", "stringData");

    private ResourceNormalization() {}

    /**
     * {@return the resource as policies see it} The document is not written to.
     *
     * @param document the document as written
     */
    public static ObjectNode of(ObjectNode document) {
        ObjectNode resource = document.deepCopy();
        GroupVersionKind kind = GroupVersionKind.of(resource);
        JsonNode namespace = resource.path("metadata").path("namespace");
        boolean without = !namespace.isTextual() || namespace.textValue().isEmpty();
        if (without && !ClusterScopedKinds.contains(kind.group(), kind.kind())) {
            setDefaultNamespace(resource);
        }
        emptyNullMaps(resource);
        return resource;
    }

    private static void setDefaultNamespace(ObjectNode resource) {
        JsonNode metadata = resource.get("metadata");
        if (metadata == null || metadata.isNull()) {
            resource.putObject("metadata").put("namespace", "default");
        } else if (metadata instanceof ObjectNode fields) {
            fields.put("namespace", "default");
        }
    }

    private static void emptyNullMaps(ObjectNode resource) {
        Deque<ObjectNode> open = new ArrayDeque<>();
        open.push(resource);
        while (!open.isEmpty()) {
            ObjectNode object = open.pop();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode value = field.getValue();
                if (value.isNull() && MAPS.contains(field.getKey())) {
                    field.setValue(object.objectNode());
                } else if (value instanceof ObjectNode nested) {
                    open.push(nested);
                } else if (value.isArray()) {
                    value.forEach(element -> pushObject(open, element));
                }
            }
        }
    }

    private static void pushObject(Deque<ObjectNode> open, JsonNode element) {
        if (element instanceof ObjectNode object) {
            open.push(object);
        }
    }
}
