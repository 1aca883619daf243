package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A resource with the variables of a test that stand for parts of it, such as {@code request.object.metadata.name}. Not
 * thread-safe; the resource itself is never written to.
 */
final class ResourceOverlay {
    private JsonNode object;
    private JsonNode oldObject;

    ResourceOverlay(JsonNode resource) {
        this.object = resource;
        this.oldObject = resource;
    }

    /** Adds a variable; one that is no part of the resource changes nothing. */
    void add(String path, JsonNode value) {
        List<String> segments = segments(path);
        if (segments.size() < 3 || !segments.get(0).equals("request")) {
            return;
        }
        List<String> inside = segments.subList(2, segments.size());
        if (segments.get(1).equals("object")) {
            object = with(object, inside, value);
        } else if (segments.get(1).equals("oldObject")) {
            oldObject = with(oldObject, inside, value);
        }
    }

    /** Returns the resource as it is to be. */
    JsonNode object() {
        return object;
    }

    /** Returns the resource as it was. */
    JsonNode oldObject() {
        return oldObject;
    }

    private static JsonNode with(JsonNode resource, List<String> path, JsonNode value) {
        if (!(resource instanceof ObjectNode)) {
            return resource;
        }
        ObjectNode changed = resource.deepCopy();
        ObjectNode parent = changed;
        for (String segment : path.subList(0, path.size() - 1)) {
            parent = parent.get(segment) instanceof ObjectNode child ? child : parent.putObject(segment);
        }
        merge(parent, path.get(path.size() - 1), value);
        return changed;
    }

    private static void merge(ObjectNode target, String key, JsonNode value) {
        if (value.isObject() && target.get(key) instanceof ObjectNode child) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                merge(child, field.getKey(), field.getValue());
            }
        } else {
            target.set(key, value);
        }
    }

    /** Splits a dotted path; a segment in double quotes may contain dots. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return segments;
    }
}
