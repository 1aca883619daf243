package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.match.KindSelector;
import io.ephor.engine.match.LabelExpression;
import io.ephor.engine.match.LabelSelector;
import io.ephor.engine.match.ListSelector;
import io.ephor.lookup.ResourceKind;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which resources are meant, all variables substituted. Immutable and thread-safe.
 *
 * @param kind the kind, which may have wildcards
 * @param namespace a pattern of namespaces; empty for any
 * @param name a pattern of names; empty for any
 * @param labels what the labels must be
 */
record TargetSelector(ResourceKind kind, String namespace, String name, ListSelector labels) {
    /**
     * Reads what substitution made of a target.
     *
     * @throws TargetException if a field is of a wrong type
     */
    static TargetSelector read(JsonNode target) {
        String apiVersion = text(target, "apiVersion");
        KindSelector kind = KindSelector.parse(apiVersion + "/" + text(target, "kind"));
        return new TargetSelector(
                new ResourceKind(kind.group(), kind.version(), kind.kind(), kind.subresource()),
                text(target, "namespace"),
                text(target, "name"),
                ListSelector.compile(selector(target.path("selector"))));
    }

    TargetSelector in(String onlyNamespace) {
        return new TargetSelector(kind, onlyNamespace, name, labels);
    }

    private static String text(JsonNode target, String field) {
        return decoded(target.path(field), "TargetSelector.ResourceSpec." + field);
    }

    private static String decoded(JsonNode value, String field) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrongType(value, field, "string");
        }
        return value.textValue();
    }

    private static @Nullable LabelSelector selector(JsonNode selector) {
        if (selector.isMissingNode() || selector.isNull()) {
            return null;
        }
        if (!selector.isObject()) {
            throw wrongType(selector, "TargetSelector.selector", "v1.LabelSelector");
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> label :
                fields(selector.path("matchLabels")).properties()) {
            labels.put(label.getKey(), decoded(label.getValue(), "LabelSelector.selector.matchLabels"));
        }
        List<LabelExpression> expressions = new ArrayList<>();
        for (JsonNode expression : selector.path("matchExpressions")) {
            expressions.add(expression(expression));
        }
        return new LabelSelector(labels, expressions);
    }

    private static JsonNode fields(JsonNode labels) {
        if (labels.isValueNode() && !labels.isNull()) {
            throw wrongType(labels, "LabelSelector.selector.matchLabels", "map[string]string");
        }
        return labels;
    }

    private static LabelExpression expression(JsonNode expression) {
        String place = "LabelSelectorRequirement.selector.matchExpressions.";
        List<String> values = new ArrayList<>();
        for (JsonNode value : expression.path("values")) {
            values.add(decoded(value, place + "values"));
        }
        return new LabelExpression(
                decoded(expression.path("key"), place + "key"),
                decoded(expression.path("operator"), place + "operator"),
                values);
    }

    private static TargetException wrongType(JsonNode found, String field, String wanted) {
        return new TargetException(
                "json: cannot unmarshal " + typeName(found) + " into Go struct field " + field + " of type " + wanted,
                null);
    }

    private static String typeName(JsonNode found) {
        return switch (found.getNodeType()) {
            case NUMBER -> "number";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> GoText.typeName(found, NumberView.FLOAT64);
        };
    }
}
