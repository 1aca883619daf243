package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A copy of a resource, without what belongs to the original alone.
 *
 * <p>Kyverno: pkg/background/generate/clone.go
 */
final class CloneCopy {
    private static final List<String> SERVER_FIELDS =
            List.of("uid", "selfLink", "creationTimestamp", "managedFields", "resourceVersion");

    private CloneCopy() {}

    /** Returns the copy of a source for a namespace. Owners are of no use in another one. */
    static ObjectNode of(JsonNode source, String namespace) {
        ObjectNode copy = Metadata.copy(source);
        ObjectNode metadata = Metadata.copy(source.path(Metadata.FIELD));
        ObjectNode labels = Metadata.labels(metadata);
        Ownership.addSource(labels, source);
        metadata.set(Metadata.LABELS, labels);
        metadata.remove(SERVER_FIELDS);
        if (!Target.text(metadata, "namespace").equals(namespace)) {
            metadata.remove("ownerReferences");
        }
        copy.set(Metadata.FIELD, metadata);
        return copy;
    }

    /** Gives a copy what the server wrote into the resource that it replaces. */
    static void takeServerFields(ObjectNode copy, JsonNode existing) {
        if (copy.get(Metadata.FIELD) instanceof ObjectNode metadata) {
            for (String field : SERVER_FIELDS) {
                JsonNode value = existing.path(Metadata.FIELD).path(field);
                if (value.isMissingNode()) {
                    metadata.remove(field);
                } else {
                    metadata.set(field, value);
                }
            }
        }
    }
}
