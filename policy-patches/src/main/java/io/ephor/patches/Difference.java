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

    private final List<PatchOperation> operations = new ArrayList<>();
    private final ListAlignment.Budget budget = new ListAlignment.Budget();

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
        ListAlignment alignment = ListAlignment.of(before, after, budget);
        int old = 0;
        int position = 0;
        while (old < before.size() || position < after.size()) {
            switch (alignment.step(old, position)) {
                case KEEP -> {
                    old++;
                    position++;
                }
                case CHANGE -> {
                    compare(before.get(old++), after.get(position), path + "/" + position, level + 1);
                    position++;
                }
                case ADD -> {
                    add(Kind.ADD, path + "/" + position, after.get(position));
                    position++;
                }
                case REMOVE -> {
                    int next = old + 1;
                    while (next < before.size() && alignment.step(next, position) == ListAlignment.Step.REMOVE) {
                        next++;
                    }
                    removeRun(path, position, next - old);
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
