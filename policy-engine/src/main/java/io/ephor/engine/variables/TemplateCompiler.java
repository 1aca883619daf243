package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles trees into nodes; a subtree without variables is taken over as it is. */
final class TemplateCompiler {
    private final @Nullable QueryCompiler queries;
    private final SubstitutionLimits limits;

    private TemplateCompiler(@Nullable QueryCompiler queries, SubstitutionLimits limits) {
        this.queries = queries;
        this.limits = limits;
    }

    /**
     * Compiles a tree.
     *
     * @param place where it stands
     * @param queries compiles its variables; null for a tree that came up in an evaluation
     * @throws SubstitutionException if it is nested too deep
     */
    static TemplateNode compile(
            JsonNode tree, Place place, @Nullable QueryCompiler queries, SubstitutionLimits limits) {
        return TreeTexts.contain(tree, VariableScanner.OPEN)
                ? new TemplateCompiler(queries, limits).node(tree, place)
                : new StaticTemplate(tree);
    }

    private TemplateNode node(JsonNode node, Place place) {
        place.requireDepth(limits);
        if (node instanceof TextNode text) {
            return TextTemplate.compile(text, place, queries);
        }
        if (node instanceof ArrayNode list) {
            return list(list, place);
        }
        return node instanceof ObjectNode object ? object(object, place) : new StaticTemplate(node);
    }

    private TemplateNode list(ArrayNode list, Place place) {
        List<TemplateNode> elements = new ArrayList<>(list.size());
        boolean same = true;
        for (int i = 0; i < list.size(); i++) {
            TemplateNode element = node(list.get(i), place.element(i));
            elements.add(element);
            same &= isSame(element, list.get(i));
        }
        return same ? new StaticTemplate(list) : new ListTemplate(List.copyOf(elements), place);
    }

    private TemplateNode object(ObjectNode object, Place place) {
        List<ObjectTemplate.Field> fields = new ArrayList<>(object.size());
        boolean same = true;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            TemplateNode name = name(field.getKey(), place);
            TemplateNode value = node(field.getValue(), place.key(field.getKey()));
            fields.add(new ObjectTemplate.Field(field.getKey(), name, value));
            same &= name == null && isSame(value, field.getValue());
        }
        return same ? new StaticTemplate(object) : new ObjectTemplate(List.copyOf(fields), place);
    }

    private @Nullable TemplateNode name(String key, Place place) {
        return key.contains(VariableScanner.OPEN) ? TextTemplate.compile(TextNode.valueOf(key), place, queries) : null;
    }

    private static boolean isSame(TemplateNode template, JsonNode node) {
        return template instanceof StaticTemplate constant && constant.value() == node;
    }
}
