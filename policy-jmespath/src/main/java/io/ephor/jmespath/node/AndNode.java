package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code left && right}: a missing key is null on the left and stays an error on the right. */
record AndNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = left.orNull(current, frame);
        return Truth.isFalse(value) ? value : right.evaluate(current, frame);
    }

    @Override
    public boolean isTrue(JsonNode current, Frame frame) {
        return left.isTrue(current, frame) && right.isTrue(current, frame);
    }

    @Override
    public boolean isFrameless() {
        return left.isFrameless() && right.isFrameless();
    }
}
