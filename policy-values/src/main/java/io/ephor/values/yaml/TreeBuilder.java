package io.ephor.values.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a tree of values and the table of their places from what a reader meets, in the order of the text. Keeps its
 * own stack, so that depth costs no stack of the thread.
 */
final class TreeBuilder {
    private final TreeLimits limits;
    private final long mostNodes;
    private final boolean strict;
    private final Places places;
    private final List<TextFault> duplicates = new ArrayList<>();
    private final IdentityHashMap<ObjectNode, KeyKinds> kindsOf = new IdentityHashMap<>(4);
    private TreeFrame[] stack = new TreeFrame[16];
    private int depth;
    private long nodes;
    private long written;
    private int dearestAlias = -1;
    private int dearestAliasEnd;
    private @Nullable JsonNode root;

    TreeBuilder(TreeLimits limits, boolean strict, int textLength) {
        this.limits = limits;
        this.strict = strict;
        this.mostNodes = allowed(textLength + 1L);
        this.places = new Places(textLength / 24);
    }

    /** True once the value of the whole document is there. */
    boolean isComplete() {
        return root != null;
    }

    /** True when the innermost open container is an object. */
    boolean insideObject() {
        return depth > 0 && top().object != null;
    }

    /** True when the next thing in an object is a key. */
    boolean wantsKey() {
        return insideObject() && top().key == null;
    }

    /** True when the value of a merge key is due. */
    boolean wantsMerge() {
        return depth > 0 && top().key == Places.MERGE;
    }

    /** True when a list that is the value of a merge key is open. */
    boolean insideMergeList() {
        return depth > 1 && top().array != null && stack[depth - 2].key == Places.MERGE;
    }

    void key(String name, int kind, int start, int end) {
        TreeFrame frame = top();
        frame.key = name;
        frame.keyKind = kind;
        frame.keyStart = start;
        frame.keyEnd = end;
    }

    /** Gives the anchor on a key its value; keys have no entry of their own. */
    static void anchorKey(AnchoredNode anchored, JsonNode value) {
        anchored.value = value;
        anchored.nodes = 1;
    }

    void scalar(JsonNode value, @Nullable AnchoredNode anchored, int start, int end) {
        int entry = place(start, end);
        nodes++;
        written++;
        if (anchored != null) {
            anchored.value = value;
            anchored.entry = entry;
            anchored.nodes = 1;
        }
        attach(value);
    }

    void startObject(@Nullable AnchoredNode anchored, int start, int end) {
        TreeFrame frame = push(anchored, start, end);
        frame.object = JsonNodeFactory.instance.objectNode();
        frame.array = null;
    }

    void startArray(@Nullable AnchoredNode anchored, int start, int end) {
        TreeFrame frame = push(anchored, start, end);
        frame.array = JsonNodeFactory.instance.arrayNode();
        frame.object = null;
    }

    /** Ends the innermost container; an end before 0 means after its last child. */
    void end(int end) {
        TreeFrame frame = top();
        JsonNode value = frame.object != null ? frame.object : frame.array;
        int last = end >= 0 ? end : lastEnd(frame);
        places.close(frame.entry, last);
        if (frame.anchored != null) {
            frame.anchored.value = value;
            frame.anchored.entry = frame.entry;
            frame.anchored.nodes = nodes - frame.nodesBefore;
            frame.anchored.height = frame.height;
        }
        depth--;
        if (depth > 0) {
            top().height = Math.max(top().height, frame.height + 1);
        }
        if (frame.object != null && frame.keyKinds != null) {
            kindsOf.put(frame.object, frame.keyKinds);
        }
        frame.anchored = null;
        frame.keyKinds = null;
        attach(value == null ? NullNode.instance : value);
    }

    void alias(AnchoredNode target, int start, int end) {
        int entry = place(start, end);
        if (target.entry >= 0) {
            places.alias(entry, target.entry);
        }
        written++;
        nodes += target.nodes + 1;
        if (depth + target.height > limits.depth()) {
            throw tooDeep(start, end);
        }
        if (nodes > mostNodes) {
            throw expansion(start, end);
        }
        if (dearestAlias < 0 && nodes > allowed(written)) {
            dearestAlias = start;
            dearestAliasEnd = end;
        }
        if (depth > 0) {
            top().height = Math.max(top().height, target.height + 1);
        }
        attach(target.value == null ? NullNode.instance : target.value);
    }

    /** Returns the finished tree; null values when the text had none. */
    Tree finish() {
        if (nodes > allowed(written)) {
            throw expansion(dearestAlias, dearestAliasEnd);
        }
        if (places.size() == 0) {
            places.add(null, -1, -1, 0, 0);
        }
        places.trim();
        return new Tree(root == null ? NullNode.instance : root, places, duplicates);
    }

    private long allowed(long writtenNodes) {
        return writtenNodes * limits.expansionFactor() + limits.expansionAllowance();
    }

    private int lastEnd(TreeFrame frame) {
        int lastEntry = places.size() - 1;
        return Math.max(places.end(frame.entry), places.end(lastEntry));
    }

    private int place(int start, int end) {
        if (depth == 0 || top().object == null) {
            return places.add(null, -1, -1, start, end);
        }
        TreeFrame frame = top();
        return places.add(frame.key, frame.keyStart, frame.keyEnd, start, end);
    }

    private TreeFrame push(@Nullable AnchoredNode anchored, int start, int end) {
        if (depth >= limits.depth()) {
            throw tooDeep(start, end);
        }
        int entry = place(start, end);
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        TreeFrame frame = stack[depth] == null ? new TreeFrame() : stack[depth];
        stack[depth++] = frame;
        frame.anchored = anchored;
        frame.entry = entry;
        frame.height = 1;
        frame.nodesBefore = nodes;
        frame.key = null;
        nodes++;
        written++;
        return frame;
    }

    private void attach(JsonNode value) {
        if (depth == 0) {
            root = value;
            return;
        }
        TreeFrame frame = top();
        if (frame.array != null) {
            frame.array.add(value);
            return;
        }
        ObjectNode object = frame.object;
        String key = frame.key;
        if (object == null || key == null) {
            throw new IllegalStateException("a value without a key");
        }
        frame.key = null;
        if (key == Places.MERGE) {
            merge(frame, object, value);
            return;
        }
        put(frame, object, key, frame.keyKind, value);
    }

    private void put(TreeFrame frame, ObjectNode object, String key, int kind, JsonNode value) {
        boolean known = object.replace(key, value) != null;
        KeyKinds kinds = frame.keyKinds;
        if (known && ((kinds == null ? KeyKinds.TEXT : kinds.of(key)) & kind) == 0) {
            throw ambiguous(frame, key);
        }
        if (known && strict) {
            duplicate(frame, key);
        }
        if (kind == KeyKinds.TEXT && kinds == null) {
            return;
        }
        if (kinds == null) {
            kinds = new KeyKinds();
            frame.keyKinds = kinds;
        }
        kinds.add(key, kind, known);
    }

    private void merge(TreeFrame frame, ObjectNode object, JsonNode value) {
        if (value instanceof ObjectNode source) {
            mergeFields(frame, object, source);
            return;
        }
        // Earlier maps of the list win, so they are merged last.
        for (int i = value.size() - 1; i >= 0; i--) {
            if (value.get(i) instanceof ObjectNode source) {
                mergeFields(frame, object, source);
            }
        }
    }

    private void mergeFields(TreeFrame frame, ObjectNode object, ObjectNode source) {
        KeyKinds kinds = kindsOf.get(source);
        for (Map.Entry<String, JsonNode> field : source.properties()) {
            String key = field.getKey();
            put(frame, object, key, kinds == null ? KeyKinds.TEXT : kinds.of(key), field.getValue());
        }
    }

    private void duplicate(TreeFrame frame, String key) {
        String message = "duplicate key `" + ShownText.of(key) + "`";
        duplicates.add(new TextFault("yaml-duplicate-key", frame.keyStart, frame.keyEnd, message));
    }

    /** Two keys that are different to Go's YAML reader and the same in JSON: which value Go keeps is left to chance. */
    private TextFaultException ambiguous(TreeFrame frame, String key) {
        return new TextFaultException(
                "yaml-ambiguous-key",
                frame.keyStart,
                frame.keyEnd,
                "this key becomes the text `" + ShownText.of(key)
                        + "`, and so does another key of this object that is a different one in YAML");
    }

    private TreeFrame top() {
        return stack[depth - 1];
    }

    private TextFaultException tooDeep(int start, int end) {
        return new TextFaultException(
                "yaml-too-deep", start, end, "nested deeper than the limit of " + limits.depth() + " levels");
    }

    private TextFaultException expansion(int start, int end) {
        return new TextFaultException(
                "yaml-alias-expansion",
                start,
                end,
                "aliases expand the document beyond the limit of " + limits.expansionFactor()
                        + " nodes per node written");
    }
}
