package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;

/** A subtree without variables: it is its own value. */
record StaticTemplate(JsonNode value) implements TemplateNode {
    @Override
    public JsonNode resolve(Substitution substitution) {
        return value;
    }

    @Override
    public boolean asks() {
        return false;
    }
}
