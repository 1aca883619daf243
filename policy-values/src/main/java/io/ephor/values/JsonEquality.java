package io.ephor.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/**
 * Equality of JSON values, of which there are two: by value, and as Go's {@code reflect.DeepEqual} has it, which keeps
 * int64 and float64 apart. Neither looks at the Java type of a number or at the order of keys. Values of any depth are
 * compared without recursion. A missing node equals null.
 */
public final class JsonEquality {
    private JsonEquality() {}

    /**
     * {@return whether two values are equal by value: {@code 1} equals {@code 1.0}}
     *
     * @param left the one
     * @param right the other
     * @param view how numbers are seen
     */
    public static boolean sameValue(JsonNode left, JsonNode right, NumberView view) {
        return equal(left, view, right, view, false);
    }

    /**
     * {@return whether two values are equal for Go: an int64 never equals a float64, at any depth}
     *
     * @param left the one
     * @param right the other
     * @param view how numbers are seen
     */
    public static boolean deepEqual(JsonNode left, JsonNode right, NumberView view) {
        return equal(left, view, right, view, true);
    }

    /**
     * {@return whether two values are equal for Go where the numbers of each are seen in another way}
     *
     * @param left the one
     * @param leftView how numbers of the one are seen
     * @param right the other
     * @param rightView how numbers of the other are seen
     */
    public static boolean deepEqual(JsonNode left, NumberView leftView, JsonNode right, NumberView rightView) {
        return equal(left, leftView, right, rightView, true);
    }

    private static boolean equal(
            JsonNode left, NumberView leftView, JsonNode right, NumberView rightView, boolean byKind) {
        if (!left.isContainerNode() || !right.isContainerNode()) {
            return equalScalars(left, leftView, right, rightView, byKind);
        }
        // INVARIANT: holds pairs, each pushed and popped left first and right second.
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(left);
        open.add(right);
        while (!open.isEmpty()) {
            JsonNode one = open.remove();
            JsonNode other = open.remove();
            boolean containers = one.isContainerNode() && other.isContainerNode();
            boolean equal = containers
                    ? (one == other && leftView == rightView) || pushChildren(open, one, other)
                    : equalScalars(one, leftView, other, rightView, byKind);
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    /** Pushes what remains to be compared; false when the containers differ by themselves. */
    private static boolean pushChildren(Deque<JsonNode> open, JsonNode left, JsonNode right) {
        if (left.size() != right.size() || left.isObject() != right.isObject()) {
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
            open.add(field.getValue());
            open.add(other);
        }
        return true;
    }

    private static boolean pushElements(Deque<JsonNode> open, JsonNode left, JsonNode right) {
        Iterator<JsonNode> others = right.elements();
        for (JsonNode element : left) {
            open.add(element);
            open.add(others.next());
        }
        return true;
    }

    private static boolean equalScalars(
            JsonNode left, NumberView leftView, JsonNode right, NumberView rightView, boolean byKind) {
        if (left.isContainerNode() || right.isContainerNode()) {
            return false;
        }
        if (left.isNumber() && right.isNumber()) {
            boolean comparable =
                    !byKind || JsonNumber.isInteger(left, leftView) == JsonNumber.isInteger(right, rightView);
            return comparable && JsonNumber.compare(left, leftView, right, rightView) == 0;
        }
        if (isNull(left) || isNull(right)) {
            return isNull(left) && isNull(right);
        }
        boolean sameKind = left.isBoolean() == right.isBoolean() && left.isNumber() == right.isNumber();
        return sameKind && left.asText().equals(right.asText());
    }

    private static boolean isNull(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }
}
