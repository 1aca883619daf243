package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.variables.QueryException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document that queries search. Confined to one thread.
 *
 * <p>The values in it are shared and never written to: an object into which something is merged is copied first, and so
 * is the document itself once somebody else may hold it. A checkpoint therefore costs nothing. Going back to one again
 * and again, as loops do, costs as much as what is written in between: a copy that nobody else holds is written over.
 */
final class ContextDocument {
    private static final int DEEPEST_MERGE = 500;
    /** With more names than this, the bookkeeping would cost more than a copy. */
    private static final int MOST_CHANGES = 16;

    private final Deque<ObjectNode> checkpoints = new ArrayDeque<>();
    private ObjectNode root;
    private boolean shared = true;
    /** Of what the document is a copy, where nobody else holds it. */
    private @Nullable ObjectNode original;
    /** The names that were set since the document was copied, or since it went back to what it is a copy of. */
    private final List<String> changed = new ArrayList<>(4);
    /** The names whose values are those of before the document went back; they are taken away before anybody looks. */
    private final List<String> stale = new ArrayList<>(4);

    ContextDocument(ObjectNode root) {
        this.root = root;
    }

    /** Returns the document for a search. */
    ObjectNode root() {
        settle();
        return root;
    }

    /** Says that somebody holds the document from now on, so that it must stay as it is. */
    void share() {
        settle();
        shared = true;
    }

    /** Returns how many checkpoints there are. */
    int level() {
        return checkpoints.size();
    }

    void checkpoint() {
        settle();
        checkpoints.push(root);
        shared = true;
    }

    /** Goes back to the last checkpoint, which stays. */
    void reset() {
        if (!shared && original == checkpoints.element()) {
            stale.addAll(changed);
            changed.clear();
            return;
        }
        become(checkpoints.element());
    }

    /** Goes back to the last checkpoint, and removes it. */
    void restore() {
        become(checkpoints.pop());
    }

    private void become(ObjectNode other) {
        root = other;
        shared = true;
        changed.clear();
        stale.clear();
    }

    private void settle() {
        ObjectNode before = original;
        for (int i = 0; before != null && i < stale.size(); i++) {
            String name = stale.get(i);
            JsonNode value = before.get(name);
            if (value == null) {
                root.remove(name);
            } else {
                root.set(name, value);
            }
        }
        stale.clear();
    }

    /** Puts a value in the place of whatever has the name. */
    void replace(String name, JsonNode value) {
        set(name, value);
    }

    /** Merges a value into what has the name: objects take each other's keys, anything else takes the place. */
    void merge(String name, JsonNode value) {
        settle();
        JsonNode present = root.get(name);
        set(name, present == null ? value : merged(present, value, 0));
    }

    /** Merges a value at a path. */
    void merge(List<String> path, JsonNode value) {
        JsonNode wrapped = value;
        for (int i = path.size() - 1; i > 0; i--) {
            wrapped = JsonNodeFactory.instance.objectNode().set(path.get(i), wrapped);
        }
        merge(path.get(0), wrapped);
    }

    /** Puts a value in the place of whatever a field of an object has. */
    void replace(String name, String field, JsonNode value) {
        settle();
        JsonNode present = root.get(name);
        ObjectNode copy = present instanceof ObjectNode object ? copy(object) : JsonNodeFactory.instance.objectNode();
        copy.set(field, value);
        set(name, copy);
    }

    private void set(String name, JsonNode value) {
        if (shared) {
            original = root;
            root = copy(root);
            shared = false;
            changed.clear();
        }
        stale.remove(name);
        if (original != null && !changed.contains(name)) {
            changed.add(name);
        }
        if (changed.size() > MOST_CHANGES) {
            settle();
            original = null;
        }
        root.set(name, value);
    }

    private static JsonNode merged(JsonNode present, JsonNode value, int depth) {
        if (!(present instanceof ObjectNode target) || !(value instanceof ObjectNode source)) {
            return value;
        }
        if (depth > DEEPEST_MERGE) {
            throw new QueryException(
                    QueryException.Reason.LOAD,
                    "objects that are merged are nested deeper than " + DEEPEST_MERGE,
                    null);
        }
        ObjectNode result = copy(target);
        for (Map.Entry<String, JsonNode> field : source.properties()) {
            JsonNode old = target.get(field.getKey());
            result.set(field.getKey(), old == null ? field.getValue() : merged(old, field.getValue(), depth + 1));
        }
        return result;
    }

    private static ObjectNode copy(ObjectNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll(object);
        return copy;
    }
}
