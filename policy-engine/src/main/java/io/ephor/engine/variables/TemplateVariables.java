package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the variables of a tree, in the order of the document. */
final class TemplateVariables {
    private final boolean asWritten;
    private final List<TemplateVariable> found = new ArrayList<>();

    private TemplateVariables(boolean asWritten) {
        this.asWritten = asWritten;
    }

    /**
     * Lists the variables of a tree that is not too deep.
     *
     * @param asWritten whether the texts of the tree are those of the document
     */
    static List<TemplateVariable> of(JsonNode tree, boolean asWritten) {
        if (!TreeTexts.contain(tree, VariableScanner.OPEN)) {
            return List.of();
        }
        TemplateVariables variables = new TemplateVariables(asWritten);
        variables.node(tree, Place.ROOT);
        return List.copyOf(variables.found);
    }

    private void node(JsonNode node, Place place) {
        if (node.isTextual()) {
            text(node.textValue(), place, place, false);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            node(node.get(i), place.element(i));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Place child = place.key(field.getKey());
            text(field.getKey(), place, child, true);
            node(field.getValue(), child);
        }
    }

    private void text(String text, Place place, Place named, boolean onKey) {
        if (!text.contains(VariableScanner.OPEN)) {
            return;
        }
        for (TextMatch match : VariableScanner.all(text)) {
            String expression = Variable.of(match.found(text), place, null).expression();
            int offset = asWritten ? Math.max(match.start(), text.indexOf(expression, match.start())) : 0;
            found.add(new TemplateVariable(expression, place.path(), named.pointer(), onKey, offset));
        }
    }
}
