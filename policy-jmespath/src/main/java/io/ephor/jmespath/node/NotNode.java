package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    @Override
    public @Nullable Node below(List<String> path) {
        Node inner = operand.below(path);
        return inner == null ? null : new NotNode(inner);
    }
}
