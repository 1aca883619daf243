package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a list is as a merge would leave it, were it not for what is inside its elements. */
final class ListOrder {
    /** Up to this size elements are compared with each other; above, their keys are collected. */
    private static final int SMALL = 24;

    private ListOrder() {}

    /** {@return whether all elements have the same merge keys, with texts, and no two have the same texts} */
    static boolean isKept(JsonNode list, MergePosition place) {
        List<String> keys = place.keys();
        if (keys == null || list.isEmpty()) {
            return true;
        }
        String first = keys.get(0);
        String second = keys.size() > 1 ? keys.get(1) : null;
        if (second != null && !list.get(0).has(second)) {
            return keys.size() == 2 && noneHas(list, second) && isKept(list, first, null);
        }
        return keys.size() <= 2 && isKept(list, first, second);
    }

    private static boolean noneHas(JsonNode list, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).has(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(JsonNode list, String first, @Nullable String second) {
        Set<Object> seen = list.size() > SMALL ? new HashSet<>() : null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = key(list.get(i), first);
            JsonNode other = second == null ? one : key(list.get(i), second);
            if (one == null || other == null) {
                return false;
            }
            boolean isNew = seen == null
                    ? isNew(list, i, first, one, second, other)
                    : seen.add(second == null ? Values.text(one) : List.of(Values.text(one), Values.text(other)));
            if (!isNew) {
                return false;
            }
        }
        return true;
    }

    /** Compares the keys of an element with those of all elements before it, which have theirs. */
    private static boolean isNew(
            JsonNode list, int position, String first, JsonNode one, @Nullable String second, JsonNode other) {
        for (int i = 0; i < position; i++) {
            JsonNode before = list.get(i);
            boolean same = sameText(first.isEmpty() ? before : before.get(first), one)
                    && (second == null || sameText(before.get(second), other));
            if (same) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameText(@Nullable JsonNode left, @Nullable JsonNode right) {
        if (left == null || right == null) {
            return false;
        }
        if (left.isTextual() && right.isTextual()) {
            return left.textValue().equals(right.textValue());
        }
        if (left.isInt() && right.isInt()) {
            return left.intValue() == right.intValue();
        }
        return Values.text(left).equals(Values.text(right));
    }

    /** Returns the value of a key where it has a text that is not empty, else null. */
    private static @Nullable JsonNode key(JsonNode element, String key) {
        JsonNode value = key.isEmpty() ? element : element.get(key);
        if (value == null || value.isContainerNode() || Values.isNothing(value)) {
            return null;
        }
        return value.isTextual() && value.textValue().isEmpty() ? null : value;
    }
}
