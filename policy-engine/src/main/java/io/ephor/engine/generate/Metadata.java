package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Copies of the parts of a resource that generation writes to. Everything else is shared. */
final class Metadata {
    static final String FIELD = "metadata";
    static final String LABELS = "labels";

    private Metadata() {}

    /** Returns an object with the same fields; an empty one for what is no object. */
    static ObjectNode copy(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            copy.set(field.getKey(), field.getValue());
        }
        return copy;
    }

    /** Returns the labels as Kubernetes reads them: null is empty, and where one is no text at all there are none. */
    static ObjectNode labels(JsonNode metadata) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> label : metadata.path(LABELS).properties()) {
            JsonNode value = label.getValue();
            if (!value.isTextual() && !value.isNull()) {
                return JsonNodeFactory.instance.objectNode();
            }
            labels.put(label.getKey(), value.isNull() ? "" : value.textValue());
        }
        return labels;
    }

    /** Sets a field, or removes it where the text is empty. */
    static void set(ObjectNode object, String field, String text) {
        if (text.isEmpty()) {
            object.remove(field);
        } else {
            object.put(field, text);
        }
    }
}
