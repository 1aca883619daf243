package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.JsonNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Equality of values as Go's {@code reflect.DeepEqual} has it on what an expression sees: a float64 equals a float64, a
 * {@link GoInteger} only its like, the order of keys does not matter. Compares without recursion.
 */
public final class DeepEquality {
    private static final int MOST_PAIRS = 5_000_000;

    private DeepEquality() {}

    /**
     * Says whether two values are equal.
     *
     * @throws FunctionException if the values are too large to be compared
     */
    public static boolean same(JsonNode left, JsonNode right) {
        if (left instanceof TextNode && right instanceof TextNode) {
            return BinaryText.same(left, right);
        }
        if (!left.isContainerNode() || !right.isContainerNode()) {
            return sameScalar(left, right);
        }
        // INVARIANT: holds pairs, each pushed and popped left first and right second.
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(right);
        open.push(left);
        for (int pairs = 0; !open.isEmpty(); pairs++) {
            if (pairs > MOST_PAIRS) {
                throw FunctionException.limit("comparison of more than " + MOST_PAIRS + " values");
            }
            JsonNode one = open.pop();
            JsonNode other = open.pop();
            boolean containers = one.isContainerNode() && other.isContainerNode();
            boolean same = containers ? pushChildren(open, one, other) : sameScalar(one, other);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean pushChildren(Deque<JsonNode> open, JsonNode left, JsonNode right) {
        if (left == right) {
            return true;
        }
        boolean sameKind = left.isObject() == right.isObject() && left instanceof ItemList == right instanceof ItemList;
        if (!sameKind || left.size() != right.size()) {
            return false;
        }
        return left.isObject() ? pushFields(open, left, right) : pushElements(open, left, right);
    }

    private static boolean pushFields(Deque<JsonNode> open, JsonNode left, JsonNode right) {
        for (Map.Entry<String, JsonNode> field : left.properties()) {
            JsonNode other = right.get(field.getKey());
            if (other == null) {
                return false;
            }
            open.push(other);
            open.push(field.getValue());
        }
        return true;
    }

    private static boolean pushElements(Deque<JsonNode> open, JsonNode left, JsonNode right) {
        Iterator<JsonNode> others = right.elements();
        for (JsonNode element : left) {
            open.push(others.next());
            open.push(element);
        }
        return true;
    }

    private static boolean sameScalar(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left instanceof GoInteger == right instanceof GoInteger
                    && JsonNumber.doubleValue(left) == JsonNumber.doubleValue(right);
        }
        if (left.getNodeType() != right.getNodeType() || left.isContainerNode()) {
            return false;
        }
        return switch (left.getNodeType()) {
            case STRING -> BinaryText.same(left, right);
            case BOOLEAN -> left.booleanValue() == right.booleanValue();
            case POJO -> ((Object) left).equals(right);
            default -> true;
        };
    }
}
