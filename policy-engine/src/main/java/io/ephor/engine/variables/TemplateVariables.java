package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the variables of a tree, in the order of the document. */
final class TemplateVariables {
    private final boolean asWritten;
    private final boolean firstPass;
    private final List<TemplateVariable> found = new ArrayList<>();

    private TemplateVariables(boolean asWritten, boolean firstPass) {
        this.asWritten = asWritten;
        this.firstPass = firstPass;
    }

    /**
     * Lists the variables of a tree that is not too deep.
     *
     * @param asWritten whether the texts of the tree are those of the document
     */
    static List<TemplateVariable> of(JsonNode tree, boolean asWritten) {
        return new TemplateVariables(asWritten, false).list(tree);
    }

    /**
     * Lists the variables that a first pass over each text finds.
     *
     * @throws SubstitutionException if the tree is too deep
     */
    static List<TemplateVariable> ofFirstPass(JsonNode tree) {
        return new TemplateVariables(true, true).list(tree);
    }

    private List<TemplateVariable> list(JsonNode tree) {
        if (!TreeTexts.contain(tree, VariableScanner.OPEN)) {
            return List.of();
        }
        node(tree, Place.ROOT);
        return List.copyOf(found);
    }

    private void node(JsonNode node, Place place) {
        place.requireDepth(SubstitutionLimits.DEFAULT);
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
        for (TextMatch match : firstPass ? VariableScanner.pass(text) : VariableScanner.all(text)) {
            String expression = Variable.of(match.found(text), place, null).expression();
            int offset = asWritten ? Math.max(match.start(), text.indexOf(expression, match.start())) : 0;
            found.add(new TemplateVariable(expression, place.path(), named.pointer(), onKey, offset));
        }
    }
}
