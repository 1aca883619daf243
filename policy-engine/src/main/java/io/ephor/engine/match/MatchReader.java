package io.ephor.engine.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.source.Fault;
import io.ephor.engine.source.FaultCollector;
import io.ephor.values.PointerToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code match} and {@code exclude} blocks into {@link MatchBlock}s. Null counts as absent, in a list and as a
 * value of a map as the empty text. Unknown fields are left alone; a value of a wrong type is reported and counts as
 * absent. Used by one thread.
 */
public final class MatchReader {
    private final FaultCollector faults;

    /** Creates a reader that reports to a collector. */
    public MatchReader(FaultCollector faults) {
        this.faults = faults;
    }

    /** Reads a block, or the block that says nothing where there is none. */
    public MatchBlock block(@Nullable JsonNode node, String pointer) {
        JsonNode block = object(node, pointer, "");
        if (block == null) {
            return MatchBlock.EMPTY;
        }
        return new MatchBlock(
                filters(block.get("any"), pointer, "/any"),
                filters(block.get("all"), pointer, "/all"),
                filter(block, pointer));
    }

    private List<ResourceFilter> filters(@Nullable JsonNode node, String parent, String step) {
        JsonNode list = list(node, parent, step);
        if (list == null) {
            return List.of();
        }
        List<ResourceFilter> filters = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            filters.add(filter(list.get(i), parent + step + "/" + i));
        }
        return filters;
    }

    private ResourceFilter filter(@Nullable JsonNode node, String pointer) {
        JsonNode filter = object(node, pointer, "");
        if (filter == null) {
            return ResourceFilter.EMPTY;
        }
        JsonNode resources = object(filter.get("resources"), pointer, "/resources");
        return new ResourceFilter(
                texts(field(resources, "operations"), pointer, "/resources/operations"),
                texts(field(resources, "kinds"), pointer, "/resources/kinds"),
                text(field(resources, "name"), pointer, "/resources/name"),
                texts(field(resources, "names"), pointer, "/resources/names"),
                texts(field(resources, "namespaces"), pointer, "/resources/namespaces"),
                textMap(field(resources, "annotations"), pointer, "/resources/annotations"),
                selector(field(resources, "selector"), pointer, "/resources/selector"),
                selector(field(resources, "namespaceSelector"), pointer, "/resources/namespaceSelector"),
                writtenTexts(filter.get("roles"), pointer, "/roles"),
                writtenTexts(filter.get("clusterRoles"), pointer, "/clusterRoles"),
                subjects(filter.get("subjects"), pointer, "/subjects"));
    }

    private @Nullable List<Subject> subjects(@Nullable JsonNode node, String parent, String step) {
        JsonNode list = list(node, parent, step);
        if (list == null) {
            return null;
        }
        List<Subject> subjects = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            String at = parent + step + "/" + i;
            JsonNode subject = object(list.get(i), at, "");
            subjects.add(new Subject(
                    text(field(subject, "kind"), at, "/kind"),
                    text(field(subject, "name"), at, "/name"),
                    text(field(subject, "namespace"), at, "/namespace")));
        }
        return subjects;
    }

    /** Reads a label selector, or null where there is none. */
    public @Nullable LabelSelector selector(@Nullable JsonNode node, String pointer) {
        return selector(node, pointer, "");
    }

    private @Nullable LabelSelector selector(@Nullable JsonNode node, String parent, String step) {
        JsonNode selector = object(node, parent, step);
        if (selector == null) {
            return null;
        }
        String pointer = parent + step;
        Map<String, String> labels = textMap(selector.get("matchLabels"), pointer, "/matchLabels");
        JsonNode list = list(selector.get("matchExpressions"), pointer, "/matchExpressions");
        if (list == null) {
            return new LabelSelector(labels, List.of());
        }
        List<LabelExpression> expressions = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            expressions.add(expression(list.get(i), pointer + "/matchExpressions/" + i));
        }
        return new LabelSelector(labels, expressions);
    }

    private LabelExpression expression(@Nullable JsonNode node, String pointer) {
        JsonNode expression = object(node, pointer, "");
        return new LabelExpression(
                text(field(expression, "key"), pointer, "/key"),
                text(field(expression, "operator"), pointer, "/operator"),
                texts(field(expression, "values"), pointer, "/values"));
    }

    private List<String> texts(@Nullable JsonNode node, String parent, String step) {
        List<String> texts = writtenTexts(node, parent, step);
        return texts == null ? List.of() : texts;
    }

    private @Nullable List<String> writtenTexts(@Nullable JsonNode node, String parent, String step) {
        JsonNode list = list(node, parent, step);
        if (list == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            JsonNode text = list.get(i);
            texts.add(text.isTextual() ? text.textValue() : text(text, parent + step, "/" + i));
        }
        return texts;
    }

    private Map<String, String> textMap(@Nullable JsonNode node, String parent, String step) {
        JsonNode object = object(node, parent, step);
        if (object == null) {
            return Map.of();
        }
        String pointer = parent + step;
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = PointerToken.escape(entry.getKey());
            texts.put(entry.getKey(), text(entry.getValue(), pointer, "/" + name));
        }
        return texts;
    }

    private String text(@Nullable JsonNode node, String parent, String step) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (!node.isTextual()) {
            wrongType("a text", node, parent + step);
            return "";
        }
        return node.textValue();
    }

    private @Nullable JsonNode object(@Nullable JsonNode node, String parent, String step) {
        if (node == null || node.isNull() || node.isObject()) {
            return node == null || node.isNull() ? null : node;
        }
        wrongType("an object", node, parent + step);
        return null;
    }

    private @Nullable JsonNode list(@Nullable JsonNode node, String parent, String step) {
        if (node == null || node.isNull() || node.isArray()) {
            return node == null || node.isNull() ? null : node;
        }
        wrongType("a list", node, parent + step);
        return null;
    }

    private static @Nullable JsonNode field(@Nullable JsonNode object, String name) {
        return object == null ? null : object.get(name);
    }

    private void wrongType(String expected, JsonNode found, String pointer) {
        faults.report(Fault.error("wrong-type", pointer, "expected " + expected + ", found " + typeName(found)));
    }

    private static String typeName(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "something else";
        };
    }
}
