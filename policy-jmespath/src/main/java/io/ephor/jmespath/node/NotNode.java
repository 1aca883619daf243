package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/** {@code !operand} */
record NotNode(Node operand) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        return BooleanNode.valueOf(isTrue(current, frame));
    }

    @Override
    public boolean isTrue(JsonNode current, Frame frame) {
        return !operand.isTrue(current, frame);
    }

    @Override
    public boolean isFrameless() {
        return operand.isFrameless();
    }
}
