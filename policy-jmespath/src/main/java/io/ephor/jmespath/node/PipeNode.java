package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code left | right}: a missing key is null on both sides. */
record PipeNode(Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        return right.orNull(left.orNull(current, frame), frame);
    }

    @Override
    public boolean isFrameless() {
        return left.isFrameless() && right.isFrameless();
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = left.below(path);
        return inner == null ? null : new PipeNode(inner, right);
    }
}
