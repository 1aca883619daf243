package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is as a merge leaves it that does not speak of it. A merge may change a list that its patch does not
 * speak of only where an element is no map, lacks a merge key that others have, has no text for it, or has the same texts
 * as another one.
 */
final class ListOrder {
    private static final MergePosition.Field[] NOTHING = {};

    private static final int NO_TEXT = 0;
    private static final int TEXT = 1;
    private static final int WHOLE_NUMBER = 2;
    private static final int OTHER = 4;
    private static final int KIND_BITS = 3;

    private ListOrder() {}

    /**
     * {@return whether a value stays as it is, with all that is below it} In doubt the answer is no.
     *
     * @param levels how many maps and lists may stand inside the value
     */
    static boolean isSettled(JsonNode value, MergePosition place, int levels) {
        if (place == MergePosition.PLAIN) {
            return true;
        }
        if (value instanceof ArrayNode list) {
            return place.firstKey() == null
                    || (levels >= 0 && isKept(list, place, place.element().below(), levels));
        }
        if (value instanceof ObjectNode map) {
            return levels >= 0 && !place.isUnknown() && areSettled(map, place.below(), levels);
        }
        return true;
    }

    /** {@return whether all elements have the same merge keys, with texts, and no two have the same texts} */
    static boolean isKept(ArrayNode list, MergePosition place) {
        return isKept(list, place, NOTHING, 0);
    }

    private static boolean areSettled(ObjectNode map, MergePosition.Field[] below, int levels) {
        for (MergePosition.Field field : below) {
            JsonNode value = map.get(field.name());
            if (value != null && !isSettled(value, field.place(), levels - 1)) {
                return false;
            }
        }
        return true;
    }

    /** The same as the other one, and whether what is below the elements is settled. */
    private static boolean isKept(ArrayNode list, MergePosition place, MergePosition.Field[] below, int levels) {
        String first = place.firstKey();
        if (first == null || list.isEmpty()) {
            return true;
        }
        String second = place.secondKey();
        String paired = second != null && list.get(0).has(second) ? second : null;
        // Two filters of the hashes so far: only where both know a hash may an element before have the same texts.
        long low = 0;
        long high = 0;
        boolean doubtful = false;
        int kinds = 0;
        for (int i = 0, size = list.size(); i < size; i++) {
            JsonNode element = list.get(i);
            JsonNode one = key(element, first);
            int kind = kind(one);
            if (one == null || kind == NO_TEXT) {
                return false;
            }
            kinds |= kind;
            int hash = hash(one);
            if (paired != null) {
                JsonNode other = key(element, paired);
                int otherKind = kind(other);
                if (other == null || otherKind == NO_TEXT) {
                    return false;
                }
                kinds |= otherKind << KIND_BITS;
                hash = 31 * hash + hash(other);
            } else if (second != null && element.has(second)) {
                return false;
            }
            long lowBit = 1L << hash;
            long highBit = 1L << (hash >>> 6);
            doubtful |= (low & lowBit) != 0 && (high & highBit) != 0;
            low |= lowBit;
            high |= highBit;
            if (below.length > 0 && element instanceof ObjectNode map && !areSettled(map, below, levels - 1)) {
                return false;
            }
        }
        return !(doubtful || isMixed(kinds)) || areDistinct(list, first, paired);
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

    private static @Nullable JsonNode key(JsonNode element, String key) {
        return element instanceof ObjectNode map ? map.get(key) : key.isEmpty() ? element : null;
    }

    /** Returns which kind of text a value has: those of different kinds may share one, but not a hash. */
    private static int kind(@Nullable JsonNode value) {
        if (value instanceof TextNode text) {
            // The hash is at hand, the length is not.
            return text.textValue().hashCode() == 0 && text.textValue().isEmpty() ? NO_TEXT : TEXT;
        }
        if (value instanceof IntNode || value instanceof LongNode) {
            return WHOLE_NUMBER;
        }
        return value == null || value.isContainerNode() || Values.isNothing(value) ? NO_TEXT : OTHER;
    }

    /** Returns a hash that is the same for values of one kind with the same text. */
    private static int hash(JsonNode value) {
        if (value instanceof TextNode text) {
            return text.textValue().hashCode();
        }
        return value instanceof IntNode || value instanceof LongNode
                ? Long.hashCode(value.longValue())
                : Values.text(value).hashCode();
    }

    /** Returns whether there is more than one kind of a first or of a second key, which may share texts. */
    private static boolean isMixed(int kinds) {
        int ofFirst = kinds & ((1 << KIND_BITS) - 1);
        int ofSecond = kinds >> KIND_BITS;
        return (ofFirst & (ofFirst - 1)) != 0 || (ofSecond & (ofSecond - 1)) != 0;
    }
}
