package io.ephor.patches.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Holds a document within bounds while operations make it larger and deeper. Not thread-safe. */
final class Growth {
    private static final int MOST_NODES = 1_000_000;
    private static final int MOST_LEVELS = 1_500;

    private static final Written NULL = new Written(NullNode.instance, "null", 0, 4, null, null);

    private int nodes;

    /** {@return a null that an operation wrote} */
    static Slot writtenNull() {
        return Slot.of(NULL);
    }

    /** Counts elements that a list is filled up with. */
    void padded(long count) {
        if (count > MOST_NODES - nodes) {
            throw tooMany();
        }
        nodes += (int) Math.max(0, count);
    }

    /** Looks at a value that was moved to a path. */
    void moved(@Nullable Slot value, Pointer path) {
        if (value != null) {
            measure(value.close(), path.tokens().size(), false);
        }
    }

    /** {@return a copy of a value, which goes to a path} */
    @Nullable
    Slot copied(@Nullable Slot value, Pointer path) {
        if (value == null) {
            return null;
        }
        JsonNode node = value.close();
        measure(node, path.tokens().size(), true);
        if (value.opened() == null) {
            return value.written() == null ? Slot.of(node) : Slot.of(value.written());
        }
        StringBuilder text = new StringBuilder();
        Likeness.spell(text, value);
        return Slot.of(WrittenReader.read(text.toString(), MOST_LEVELS));
    }

    /** Walks through a value without recursion, because it may be very deep. */
    private void measure(JsonNode node, int level, boolean counts) {
        if (!node.isContainerNode()) {
            return;
        }
        Deque<JsonNode> open = new ArrayDeque<>();
        Deque<Integer> levels = new ArrayDeque<>();
        open.push(node);
        levels.push(level);
        int seen = 0;
        while (!open.isEmpty()) {
            JsonNode container = open.pop();
            int depth = levels.pop();
            if (depth > MOST_LEVELS) {
                throw new OperationFault("the document gets nested deeper than " + MOST_LEVELS + " levels");
            }
            seen += 1 + container.size();
            if (seen > MOST_NODES - (counts ? nodes : 0)) {
                throw tooMany();
            }
            for (JsonNode child : container) {
                if (child.isContainerNode()) {
                    open.push(child);
                    levels.push(depth + 1);
                }
            }
        }
        nodes += counts ? seen : 0;
    }

    private static OperationFault tooMany() {
        return new OperationFault("the patch adds more than " + MOST_NODES + " nodes to the document");
    }
}
