package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a patch without anchors into a resource, and writes to neither: what does not change is shared. A value that
 * comes out as it went in is the very same node. One merge uses one merger; not thread-safe.
 *
 * <p>Whatever the patch leaves alone is put in order all the same where its kind has lists with merge keys: a key that
 * occurs twice occurs once then. Null stands for a value that is gone.
 *
 * <p>Kyverno: kyaml {@code yaml/merge2/merge2.go}, {@code yaml/walk}
 */
final class Merger {
    static final String DIRECTIVE = "$patch";
    private static final int MOST_STEPS = 20_000_000;

    private final MergeKeyTable table;
    private final int depth;
    private final boolean ordered;
    private @Nullable Budget budget;

    /**
     * @param depth how many maps and lists may stand inside each other
     * @param ordered whether fields are merged in the order of their keys, as the first of several faults asks for
     */
    Merger(MergeKeyTable table, int depth, boolean ordered) {
        this.table = table;
        this.depth = depth;
        this.ordered = ordered;
    }

    Budget budget() {
        Budget made = budget;
        if (made == null) {
            made = new Budget(MOST_STEPS, "comparisons of elements of lists");
            budget = made;
        }
        return made;
    }

    /**
     * Merges two values.
     *
     * @param old the value in the resource, null where there is none
     * @param patch the value in the patch, null where there is none
     * @return the result; null or a null node where nothing is left
     */
    @Nullable
    JsonNode merge(@Nullable JsonNode old, @Nullable JsonNode patch, MergePosition place, int level) {
        if (old instanceof ObjectNode map && patch instanceof ObjectNode change) {
            MergePosition position = position(old, patch, place);
            if (change.has(DIRECTIVE)) {
                return mergeMap(old, patch, position, level);
            }
            requireLevel(level);
            return mergeFields(map, change, position, level);
        }
        JsonNode first = Values.isNothing(old) ? patch : old;
        if (first == null || Values.isNothing(first)) {
            // Only a null that the patch does not speak of stays.
            return patch == null ? old : null;
        }
        if (patch == null) {
            return settled(first, place, level);
        }
        if (first == old) {
            requireKind(first, patch);
        }
        if (first instanceof ObjectNode) {
            return mergeMap(old, patch, position(old, patch, place), level);
        }
        if (first instanceof ArrayNode) {
            return mergeList(old, patch, position(old, patch, place), level);
        }
        return old != null && Values.same(old, patch) ? old : patch;
    }

    private @Nullable JsonNode mergeMap(@Nullable JsonNode old, JsonNode patch, MergePosition position, int level) {
        requireLevel(level);
        if (patch.isNull()) {
            return null;
        }
        JsonNode word = patch.get(DIRECTIVE);
        String directive = word == null ? "" : Values.text(word);
        boolean known = directive.equals("replace") || directive.equals("merge");
        if (word != null && directive.equals("delete")) {
            return null;
        }
        if (old == null || Values.isNothing(old)) {
            return mergedWithItself(known ? without(patch) : patch, position, level);
        }
        if (word != null && !known) {
            throw new MergeFault("unknown patch strategy '" + directive + "'");
        }
        if (directive.equals("replace")) {
            JsonNode replaced = mergedWithItself(without(patch), position, level);
            return Values.same(old, replaced) ? old : replaced;
        }
        return mergeFields((ObjectNode) old, word == null ? patch : without(patch), position, level);
    }

    private @Nullable JsonNode mergeList(@Nullable JsonNode old, JsonNode patch, MergePosition position, int level) {
        if (position.keys() == null || patch.isNull()) {
            return old != null && Values.same(old, patch) ? old : patch;
        }
        requireLevel(level);
        return KeyedLists.merge(this, Values.isNothing(old) ? null : old, patch, position, level);
    }

    private JsonNode mergeFields(ObjectNode old, JsonNode patch, MergePosition position, int level) {
        if (ordered) {
            return mergeFieldsInOrder(old, patch, position, level);
        }
        FieldWriter fields = new FieldWriter(settledFields(old, patch, position, level));
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            mergeField(fields, field.getKey(), field.getValue(), position, level);
        }
        return fields.result();
    }

    private JsonNode mergeFieldsInOrder(JsonNode old, JsonNode patch, MergePosition position, int level) {
        FieldWriter fields = new FieldWriter(old);
        TreeSet<String> keys = new TreeSet<>(KeyOrder.INSTANCE);
        old.fieldNames().forEachRemaining(keys::add);
        patch.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            mergeField(fields, key, patch.get(key), position, level);
        }
        return fields.result();
    }

    private void mergeField(
            FieldWriter fields, String key, @Nullable JsonNode patch, MergePosition position, int level) {
        JsonNode before = fields.old(key);
        fields.set(key, before, merge(before, patch, position.field(key), level + 1));
    }

    /**
     * {@return a value that the patch does not speak of, with its lists in order} The same node where they are already.
     */
    JsonNode settled(JsonNode value, MergePosition place, int level) {
        if (ListOrder.isSettled(value, place, depth - level)) {
            return value;
        }
        if (value instanceof ArrayNode list) {
            return place.keys() == null ? list : settledList(list, place, level);
        }
        if (!(value instanceof ObjectNode map)) {
            return value;
        }
        MergePosition position = position(map, null, place);
        if (position == MergePosition.PLAIN) {
            return value;
        }
        requireLevel(level);
        return settledFields(map, null, position, level);
    }

    /** Returns a map with those fields in order that the patch does not speak of; the same node where they are already. */
    private JsonNode settledFields(ObjectNode map, @Nullable JsonNode patch, MergePosition position, int level) {
        if (position.isUnknown()) {
            return settledMaps(map, patch, level);
        }
        ObjectNode copy = null;
        for (MergePosition.Field field : position.below()) {
            JsonNode before = map.get(field.name());
            if (before == null || (patch != null && patch.has(field.name()))) {
                continue;
            }
            JsonNode after = settled(before, field.place(), level + 1);
            if (after != before) {
                copy = copy == null ? FieldWriter.copyOf(map) : copy;
                copy.set(field.name(), after);
            }
        }
        return copy == null ? map : copy;
    }

    /** The same where no schema is known: any map below may say of which kind it is. */
    private JsonNode settledMaps(ObjectNode map, @Nullable JsonNode patch, int level) {
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> field : map.properties()) {
            JsonNode before = field.getValue();
            if (!(before instanceof ObjectNode) || (patch != null && patch.has(field.getKey()))) {
                continue;
            }
            JsonNode after = settled(before, MergePosition.UNKNOWN, level + 1);
            if (after != before) {
                copy = copy == null ? FieldWriter.copyOf(map) : copy;
                copy.set(field.getKey(), after);
            }
        }
        return copy == null ? map : copy;
    }

    private JsonNode settledList(ArrayNode list, MergePosition place, int level) {
        requireLevel(level);
        return KeyedLists.settled(this, list, place, level);
    }

    /**
     * {@return what is left of a part of the patch when there is nothing to merge it into: it is merged with itself} Nulls
     * go, directives are followed, lists are put in order.
     */
    JsonNode mergedWithItself(JsonNode patch, MergePosition place, int level) {
        requireLevel(level);
        MergePosition position = position(patch, null, place);
        FieldWriter fields = new FieldWriter(patch);
        Iterable<String> keys = ordered ? KeyOrder.sortedKeys(patch) : patch::fieldNames;
        for (String key : keys) {
            JsonNode before = patch.path(key);
            fields.set(key, before, partMergedWithItself(before, position.field(key), level + 1));
        }
        return fields.result();
    }

    private @Nullable JsonNode partMergedWithItself(JsonNode value, MergePosition place, int level) {
        if (value.isArray()) {
            requireLevel(level);
            return place.keys() == null ? value : KeyedLists.mergedWithItself(this, value, place, level);
        }
        if (!value.isObject()) {
            return value.isNull() ? null : value;
        }
        JsonNode word = value.get(DIRECTIVE);
        if (word == null) {
            return mergedWithItself(value, place, level);
        }
        String directive = Values.text(word);
        return switch (directive) {
            case "delete" -> null;
            case "replace", "merge" -> mergedWithItself(without(value), place, level);
            default -> throw new MergeFault("unknown patch strategy '" + directive + "'");
        };
    }

    /** {@return an element of a list merged with itself, or with the element of the resource that has its key} */
    @Nullable
    JsonNode mergeElement(@Nullable JsonNode old, @Nullable JsonNode patch, MergePosition place, int level) {
        return old != null && old == patch && !Values.isNothing(old)
                ? partMergedWithItself(old, place, level)
                : merge(old, patch, place, level);
    }

    private MergePosition position(@Nullable JsonNode old, @Nullable JsonNode patch, MergePosition place) {
        if (place != MergePosition.UNKNOWN) {
            return place;
        }
        MergePosition found = old != null && old.isObject() ? table.find(old) : null;
        if (found == null && patch != null && patch.isObject()) {
            found = table.find(patch);
        }
        return found == null ? place : found;
    }

    private void requireLevel(int level) {
        if (level > depth) {
            throw new MergeFault("the document is nested deeper than " + depth + " levels");
        }
    }

    private static void requireKind(JsonNode old, JsonNode patch) {
        if (!Values.isNothing(patch) && (old.isObject() != patch.isObject() || old.isArray() != patch.isArray())) {
            throw MergeFault.wrongKind(Values.kindName(old), Values.kindName(patch), FlowText.of(patch));
        }
    }

    private static JsonNode without(JsonNode patch) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (!field.getKey().equals(DIRECTIVE)) {
                rest.set(field.getKey(), field.getValue());
            }
        }
        return rest;
    }
}
