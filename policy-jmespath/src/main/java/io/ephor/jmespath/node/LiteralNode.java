package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A JSON literal or a raw string. */
record LiteralNode(JsonNode value) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        return value;
    }

    @Override
    public boolean isFrameless() {
        return true;
    }

    @Override
    public Node below(List<String> path) {
        return this;
    }
}
