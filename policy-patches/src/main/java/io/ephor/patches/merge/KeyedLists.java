package io.ephor.patches.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are merged by the keys of their elements. Lists in order, whose elements all have their key and no key
 * twice, go a short way; the others go the way of {@link AssociativeMerge}.
 */
final class KeyedLists {
    private KeyedLists() {}

    /**
     * Merges a list of the patch into one of the resource.
     *
     * @param old the list in the resource, null where there is none
     * @return the result; the old list when nothing changes, null when it is gone
     */
    static @Nullable JsonNode merge(
            Merger merger, @Nullable JsonNode old, JsonNode patch, MergePosition place, int level) {
        if (old == null) {
            List<Cell> cells = Cell.of(patch);
            return json(new AssociativeMerge(merger, place, level).merge(cells, cells));
        }
        List<Cell> ofOld = Cell.of(old);
        List<Cell> ofPatch = Cell.of(patch);
        return directed(merger, old, ofOld, ofPatch, place, level);
    }

    /** {@return a list of the patch merged with itself, null when it is gone} */
    static @Nullable JsonNode mergedWithItself(Merger merger, JsonNode list, MergePosition place, int level) {
        List<Cell> cells = Cell.of(list);
        return directed(merger, list, cells, cells, place, level);
    }

    /** {@return a list that the patch does not speak of, in order} */
    static JsonNode settled(Merger merger, ArrayNode list, MergePosition place, int level) {
        if (ListOrder.isKept(list, place)) {
            return settledElements(merger, list, place, level);
        }
        ArrayNode result = json(new AssociativeMerge(merger, place, level).merge(Cell.of(list), List.of()));
        return Values.same(list, result) ? list : result;
    }

    private static JsonNode settledElements(Merger merger, ArrayNode list, MergePosition place, int level) {
        MergePosition element = place.element();
        if (element.below().length == 0) {
            return list;
        }
        ArrayNode copy = null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode before = list.get(i);
            JsonNode after = merger.settled(before, element, level + 1);
            if (after != before) {
                copy = copy == null ? JsonNodeFactory.instance.arrayNode().addAll(list) : copy;
                copy.set(i, after);
            }
        }
        return copy == null ? list : copy;
    }

    private static @Nullable JsonNode directed(
            Merger merger, JsonNode old, List<Cell> ofOld, List<Cell> ofPatch, MergePosition place, int level) {
        AssociativeMerge merge = new AssociativeMerge(merger, place, level);
        String directive = merge.takeDirective(ofPatch);
        if (directive.equals("delete")) {
            return null;
        }
        List<Cell> into = directive.equals("replace") ? ofPatch : ofOld;
        ArrayNode result = json(merge.merge(into, ofPatch));
        return Values.same(old, result) ? old : result;
    }

    private static ArrayNode json(List<Cell> cells) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(cells.size());
        for (Cell cell : cells) {
            list.add(cell.value());
        }
        return list;
    }
}
