package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a list is as a merge would leave it, were it not for what is inside its elements. A merge may change a list that
 * its patch does not speak of only where an element is no map, lacks a merge key that others have, has no text for it, or
 * has the same texts as another one.
 */
final class ListOrder {
    private ListOrder() {}

    /** {@return whether all elements have the same merge keys, with texts, and no two have the same texts} */
    static boolean isKept(ArrayNode list, MergePosition place) {
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

    private static boolean noneHas(ArrayNode list, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).has(key)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(ArrayNode list, String first, @Nullable String second) {
        // Two filters of the hashes so far: only where both know a hash may an element before have the same texts.
        long low = 0;
        long high = 0;
        boolean doubtful = false;
        for (int i = 0; i < list.size(); i++) {
            JsonNode element = list.get(i);
            JsonNode one = key(element, first);
            JsonNode other = second == null ? null : key(element, second);
            if (one == null || (second != null && other == null)) {
                return false;
            }
            int hash = other == null ? hash(one) : 31 * hash(one) + hash(other);
            long lowBit = 1L << hash;
            long highBit = 1L << (hash >>> 6);
            doubtful |= (low & lowBit) != 0 && (high & highBit) != 0;
            low |= lowBit;
            high |= highBit;
        }
        return !doubtful || areDistinct(list, first, second);
    }

    private static boolean areDistinct(ArrayNode list, String first, @Nullable String second) {
        Set<Object> seen = new HashSet<>(2 * list.size());
        for (int i = 0; i < list.size(); i++) {
            String one = text(list.get(i), first);
            if (!seen.add(second == null ? one : List.of(one, text(list.get(i), second)))) {
                return false;
            }
        }
        return true;
    }

    private static String text(JsonNode element, String key) {
        return Values.text(key.isEmpty() ? element : element.path(key));
    }

    /** Returns the value of a key where it has a text that is not empty, else null. */
    private static @Nullable JsonNode key(JsonNode element, String key) {
        JsonNode value = element instanceof ObjectNode map ? map.get(key) : key.isEmpty() ? element : null;
        if (value instanceof TextNode text) {
            return text.textValue().isEmpty() ? null : value;
        }
        return value == null || value.isContainerNode() || Values.isNothing(value) ? null : value;
    }

    /** Returns the hash code of the text of a value. */
    private static int hash(JsonNode value) {
        if (value instanceof TextNode text) {
            return text.textValue().hashCode();
        }
        return value.isInt() && value.intValue() > 0
                ? hashOfDigits(value.intValue())
                : Values.text(value).hashCode();
    }

    private static int hashOfDigits(int number) {
        int hash = 0;
        int weight = 1;
        for (int rest = number; rest > 0; rest /= 10) {
            hash += ('0' + rest % 10) * weight;
            weight *= 31;
        }
        return hash;
    }
}
