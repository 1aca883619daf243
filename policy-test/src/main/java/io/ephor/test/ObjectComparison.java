package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import java.util.Map;

/**
 * When an object is the one that a test expects: after the labels that generation adds are set aside, and without what
 * is null or empty. The order of lists matters, that of fields does not.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/resource/compare.go, labels.go, tidy.go.
 */
final class ObjectComparison {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String GENERATED = "generate.kyverno.io/";

    private ObjectComparison() {}

    static boolean same(JsonNode actual, JsonNode expected) {
        return JsonEquality.sameValue(prepared(actual), prepared(expected), NumberView.FLOAT64);
    }

    private static JsonNode prepared(JsonNode resource) {
        JsonNode copy = resource.deepCopy();
        if (copy instanceof ObjectNode object) {
            fixLabels(object.get("metadata") instanceof ObjectNode metadata ? metadata : object.putObject("metadata"));
        }
        return tidy(copy);
    }

    private static void fixLabels(ObjectNode metadata) {
        ObjectNode labels = metadata.objectNode().put(MANAGED_BY, "kyverno");
        for (Map.Entry<String, JsonNode> label : metadata.path("labels").properties()) {
            if (!label.getKey().startsWith(GENERATED)) {
                labels.set(label.getKey(), label.getValue());
            }
        }
        metadata.set("labels", labels);
    }

    private static JsonNode tidy(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode kept = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                JsonNode inner = tidy(field.getValue());
                if (!isEmpty(inner)) {
                    kept.set(field.getKey(), inner);
                }
            }
            return kept;
        }
        if (value instanceof ArrayNode list) {
            ArrayNode kept = list.arrayNode();
            for (JsonNode element : list) {
                JsonNode inner = tidy(element);
                if (!isEmpty(inner)) {
                    kept.add(inner);
                }
            }
            return kept;
        }
        return value;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isContainerNode() && value.isEmpty());
    }
}
