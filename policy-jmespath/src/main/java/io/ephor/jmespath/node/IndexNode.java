package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** The index of a list, negative from its end; null beyond it. */
record IndexNode(long index) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        if (!current.isArray()) {
            return NullNode.instance;
        }
        long place = index < 0 ? index + current.size() : index;
        return place >= 0 && place < current.size() ? current.get((int) place) : NullNode.instance;
    }

    @Override
    public boolean isFrameless() {
        return true;
    }
}
