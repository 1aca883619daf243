package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.engine.variables.QueryException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The document that queries search. Confined to one thread.
 *
 * <p>The values in it are shared and never written to: an object into which something is merged is copied first, and so
 * is the document itself once somebody else may hold it. A checkpoint therefore costs nothing.
 */
final class ContextDocument {
    private static final int DEEPEST_MERGE = 500;

    private final Deque<ObjectNode> checkpoints = new ArrayDeque<>();
    private ObjectNode root;
    private boolean shared = true;

    ContextDocument(ObjectNode root) {
        this.root = root;
    }

    /** Returns the document for a search. */
    ObjectNode root() {
        return root;
    }

    /** Says that somebody holds the document from now on, so that it must stay as it is. */
    void share() {
        shared = true;
    }

    /** Returns how many checkpoints there are. */
    int level() {
        return checkpoints.size();
    }

    void checkpoint() {
        checkpoints.push(root);
        shared = true;
    }

    /** Goes back to the last checkpoint, which stays. */
    void reset() {
        root = checkpoints.element();
        shared = true;
    }

    /** Goes back to the last checkpoint, and removes it. */
    void restore() {
        root = checkpoints.pop();
        shared = true;
    }

    /** Puts a value in the place of whatever has the name. */
    void replace(String name, JsonNode value) {
        writable().set(name, value);
    }

    /** Merges a value into what has the name: objects take each other's keys, anything else takes the place. */
    void merge(String name, JsonNode value) {
        JsonNode present = root.get(name);
        writable().set(name, present == null ? value : merged(present, value, 0));
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
        JsonNode present = root.get(name);
        ObjectNode copy = present instanceof ObjectNode object ? copy(object) : JsonNodeFactory.instance.objectNode();
        copy.set(field, value);
        writable().set(name, copy);
    }

    private ObjectNode writable() {
        if (shared) {
            root = copy(root);
            shared = false;
        }
        return root;
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
