package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code left || right}: a missing key is null on both sides. */
record OrNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = left.orNull(current, frame);
        return Truth.isFalse(value) ? right.orNull(current, frame) : value;
    }

    @Override
    public boolean isTrue(JsonNode current, Frame frame) {
        return left.isTrue(current, frame) || right.isTrue(current, frame);
    }

    @Override
    public boolean isFrameless() {
        return left.isFrameless() && right.isFrameless();
    }
}
