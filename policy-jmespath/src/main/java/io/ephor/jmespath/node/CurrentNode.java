package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code @}, and a projection that goes no further. */
record CurrentNode() implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        return current;
    }

    @Override
    public boolean isFrameless() {
        return true;
    }
}
