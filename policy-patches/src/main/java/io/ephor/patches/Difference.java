package io.ephor.patches;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.NumberView;
import io.ephor.values.PatchOperation;
import io.ephor.values.PatchOperation.Kind;
import io.ephor.values.PointerToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through two documents together and collects the operations that make one of the other. Not thread-safe. */
final class Difference {
    /** Below this many levels, what differs is replaced as a whole. */
    private static final int MOST_LEVELS = 500;

    /** Longer lists are compared element by element: the table of the alignment would cost too much. */
    private static final long MOST_CELLS_OF_LIST = 1_000_000;

    private static final long MOST_CELLS = 20_000_000;

    private final List<PatchOperation> operations = new ArrayList<>();

    private long cellsLeft = MOST_CELLS;

    private Difference() {}

    static List<PatchOperation> between(JsonNode before, JsonNode after) {
        Difference difference = new Difference();
        difference.compare(before, after, "", 0);
        return List.copyOf(difference.operations);
    }

    private void compare(JsonNode before, JsonNode after, String path, int level) {
        if (before == after) {
            return;
        }
        boolean alike = level < MOST_LEVELS && before.isContainerNode() && before.getNodeType() == after.getNodeType();
        if (alike && before.isObject()) {
            compareFields(before, after, path, level);
        } else if (alike) {
            compareElements(before, after, path, level);
        } else if (!same(before, after)) {
            add(Kind.REPLACE, path, after);
        }
    }

    private void compareFields(JsonNode before, JsonNode after, String path, int level) {
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            JsonNode other = after.get(field.getKey());
            if (other == null) {
                add(Kind.REMOVE, below(path, field.getKey()), null);
            } else if (other != field.getValue()) {
                compare(field.getValue(), other, below(path, field.getKey()), level + 1);
            }
        }
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            if (!before.has(field.getKey())) {
                add(Kind.ADD, below(path, field.getKey()), field.getValue());
            }
        }
    }

    private void compareElements(JsonNode before, JsonNode after, String path, int level) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && same(before.get(start), after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(before.get(before.size() - 1 - end), after.get(after.size() - 1 - end))) {
            end++;
        }
        int removed = before.size() - end - start;
        int added = after.size() - end - start;
        ListAlignment alignment = removed == 0 || added == 0 ? null : align(before, after, start, removed, added);
        int old = 0;
        int position = 0;
        while (old < removed || position < added) {
            ListAlignment.Step step = ListAlignment.step(alignment, old, position, removed, added);
            String place = path + "/" + (start + position);
            switch (step) {
                case KEEP -> {
                    old++;
                    position++;
                }
                case CHANGE -> {
                    compare(before.get(start + old++), after.get(start + position++), place, level + 1);
                }
                case ADD -> add(Kind.ADD, place, after.get(start + position++));
                case REMOVE -> {
                    int next = old;
                    while (next < removed
                            && ListAlignment.step(alignment, next, position, removed, added)
                                    == ListAlignment.Step.REMOVE) {
                        next++;
                    }
                    removeRun(path, start + position, next - old);
                    old = next;
                }
            }
        }
    }

    /** Removes elements that stand beside each other, the last one first. */
    private void removeRun(String path, int first, int count) {
        for (int i = count - 1; i >= 0; i--) {
            add(Kind.REMOVE, path + "/" + (first + i), null);
        }
    }

    private @Nullable ListAlignment align(JsonNode before, JsonNode after, int start, int removed, int added) {
        long wanted = (removed + 1L) * (added + 1L);
        if ((removed == 1 && added == 1) || wanted > MOST_CELLS_OF_LIST || wanted > cellsLeft) {
            return null;
        }
        cellsLeft -= wanted;
        return ListAlignment.of(before, after, start, removed, added);
    }

    private void add(Kind kind, String path, @Nullable JsonNode value) {
        operations.add(new PatchOperation(kind, path, null, value));
    }

    private static boolean same(JsonNode left, JsonNode right) {
        return left == right || JsonEquality.sameValue(left, right, NumberView.AS_WRITTEN);
    }

    private static String below(String path, String key) {
        return path + "/" + PointerToken.escape(key);
    }
}
