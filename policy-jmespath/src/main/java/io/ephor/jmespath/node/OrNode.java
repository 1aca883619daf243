package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public @Nullable Node below(List<String> path) {
        Node one = left.below(path);
        Node other = one == null ? null : right.below(path);
        return one == null || other == null ? null : new OrNode(one, other);
    }
}
