package io.ephor.jmespath.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.function.ArgumentType;
import io.ephor.jmespath.function.DeepEquality;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.syntax.TokenKind;
import io.ephor.values.JsonNumber;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code left == right} of any values, and the order of two numbers; null for the order of anything else. */
record ComparisonNode(TokenKind comparator, Node left, Node right) implements Node {
    @Override
    public JsonNode evaluate(JsonNode current, Frame frame) {
        JsonNode one = left.orNull(current, frame);
        JsonNode other = right.orNull(current, frame);
        return isComparable(one, other) ? BooleanNode.valueOf(holds(one, other)) : NullNode.instance;
    }

    @Override
    public boolean isTrue(JsonNode current, Frame frame) {
        JsonNode one = left.orNull(current, frame);
        JsonNode other = right.orNull(current, frame);
        return isComparable(one, other) && holds(one, other);
    }

    private boolean isEquality() {
        return comparator == TokenKind.EQ || comparator == TokenKind.NE;
    }

    private boolean isComparable(JsonNode one, JsonNode other) {
        return isEquality() || (ArgumentType.isNumber(one) && ArgumentType.isNumber(other));
    }

    private boolean holds(JsonNode one, JsonNode other) {
        return isEquality()
                ? same(one, other) == (comparator == TokenKind.EQ)
                : ordered(JsonNumber.doubleValue(one), JsonNumber.doubleValue(other));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        try {
            return DeepEquality.same(one, other);
        } catch (FunctionException exception) {
            throw new JmesPathException(
                    JmesPathException.Code.LIMIT, Objects.requireNonNull(exception.getMessage()), -1);
        }
    }

    private boolean ordered(double one, double other) {
        return switch (comparator) {
            case LT -> one < other;
            case LTE -> one <= other;
            case GT -> one > other;
            case GTE -> one >= other;
            default -> throw new IllegalStateException("no comparator: " + comparator);
        };
    }

    @Override
    public boolean isFrameless() {
        return left.isFrameless() && right.isFrameless();
    }

    @Override
    public @Nullable Node below(List<String> path) {
        Node one = left.below(path);
        Node other = one == null ? null : right.below(path);
        return one == null || other == null ? null : new ComparisonNode(comparator, one, other);
    }
}
