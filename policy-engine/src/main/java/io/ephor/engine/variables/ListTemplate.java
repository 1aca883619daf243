package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A list with variables in it. */
record ListTemplate(List<TemplateNode> elements, Place place) implements TemplateNode {
    @Override
    public JsonNode resolve(Substitution substitution) {
        substitution.build(elements.size(), place);
        ArrayNode list = JsonNodeFactory.instance.arrayNode(elements.size());
        for (TemplateNode element : elements) {
            list.add(element.resolve(substitution));
        }
        return list;
    }

    @Override
    public boolean asks() {
        for (TemplateNode element : elements) {
            if (element.asks()) {
                return true;
            }
        }
        return false;
    }
}
