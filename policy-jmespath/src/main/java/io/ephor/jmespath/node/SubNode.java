package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left.right} and {@code left[index]}: a missing key ends it. */
record SubNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode value = left.evaluate(current, frame);
        return value instanceof MissingKey ? value : right.evaluate(value, frame);
    }

    @Override
    public boolean isFrameless() {
        return left.isFrameless() && right.isFrameless();
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = left.below(path);
        return inner == null ? null : new SubNode(inner, right);
    }
}
