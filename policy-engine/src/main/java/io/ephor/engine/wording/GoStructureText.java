package io.ephor.engine.wording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoJsonText;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parts of a rule as Go writes them into the texts of errors: as JSON, with the fields in the order of the structures. */
public final class GoStructureText {
    private static final int LONGEST = 1 << 20;

    private final StringBuilder text = new StringBuilder();

    private GoStructureText() {}

    /** Returns a rule as Go writes it. */
    public static String ofRule(JsonNode rule) {
        return of("Rule", rule);
    }

    /** Returns a part of a rule as Go writes it. */
    public static String of(String structure, JsonNode node) {
        GoStructureText writer = new GoStructureText();
        writer.structure(structure, node);
        return writer.text.toString();
    }

    private void structure(String structure, JsonNode node) {
        if (node.isArray()) {
            list("Condition", node);
            return;
        }
        text.append('{');
        int start = text.length();
        for (GoShapes.Field field : GoShapes.fields(structure)) {
            if (field.name().equals("*")) {
                map(field, node, start);
            } else {
                field(field, node.path(field.name()), start);
            }
        }
        text.append('}');
    }

    private void map(GoShapes.Field field, JsonNode node, int start) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        sorted.forEach((key, value) -> {
            text.append(text.length() == start ? "" : ",");
            raw(TextNode.valueOf(key));
            text.append(':');
            list(String.valueOf(field.structure()), value);
        });
    }

    private void field(GoShapes.Field field, JsonNode value, int start) {
        boolean given = !value.isMissingNode() && !value.isNull();
        String structure = field.structure();
        if (!given) {
            absent(field, structure, start);
        } else if (field.presence() != GoShapes.Presence.UNLESS_EMPTY || !isEmpty(value)) {
            name(field.name(), start);
            value(structure, value, field.list());
        }
    }

    private void absent(GoShapes.Field field, @Nullable String structure, int start) {
        switch (field.presence()) {
            case ALWAYS_TEXT -> {
                name(field.name(), start);
                text.append("\"\"");
            }
            case ALWAYS_TRUTH -> {
                name(field.name(), start);
                text.append("false");
            }
            case ALWAYS_STRUCTURE -> {
                name(field.name(), start);
                structure(String.valueOf(structure), MissingNode.getInstance());
            }
            default -> {}
        }
    }

    private void value(@Nullable String structure, JsonNode value, boolean list) {
        if (structure == null) {
            raw(value);
        } else if (list) {
            list(structure, value);
        } else {
            structure(structure, value);
        }
    }

    private void list(String structure, JsonNode elements) {
        text.append('[');
        for (int i = 0; i < elements.size(); i++) {
            text.append(i == 0 ? "" : ",");
            structure(structure, elements.path(i));
        }
        text.append(']');
    }

    private void name(String name, int start) {
        text.append(text.length() == start ? "\"" : ",\"").append(name).append("\":");
    }

    private void raw(JsonNode value) {
        try {
            text.append(GoJsonText.of(value, LONGEST));
        } catch (FunctionException tooLong) {
            text.append('…');
        }
    }

    private static boolean isEmpty(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty();
        }
        return value.isTextual()
                ? value.textValue().isEmpty()
                : value.isBoolean() ? !value.booleanValue() : value.isNumber() && value.doubleValue() == 0;
    }
}
