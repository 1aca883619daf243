package io.ephor.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The edits of a recorded mutant: {@code add}, {@code remove} and {@code replace} of RFC 6902. */
final class ResourceEdits {
    private ResourceEdits() {}

    /** Returns a changed copy. */
    static JsonNode apply(JsonNode resource, JsonNode operations) {
        JsonNode copy = resource.deepCopy();
        for (JsonNode operation : operations) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode parent = copy.at(path.head());
            String key = path.last().getMatchingProperty();
            if (parent instanceof ArrayNode list) {
                edit(list, key, operation);
            } else if (parent instanceof ObjectNode object) {
                edit(object, key, operation);
            } else {
                throw new IllegalArgumentException("no such place: " + operation);
            }
        }
        return copy;
    }

    private static void edit(ObjectNode object, String key, JsonNode operation) {
        switch (operation.path("op").asText()) {
            case "add" -> object.set(key, operation.path("value").deepCopy());
            case "replace" -> object.replace(key, operation.path("value").deepCopy());
            case "remove" -> object.remove(key);
            default -> throw new IllegalArgumentException("unknown operation: " + operation);
        }
    }

    private static void edit(ArrayNode list, String key, JsonNode operation) {
        int index = key.equals("-") ? list.size() : Integer.parseInt(key);
        switch (operation.path("op").asText()) {
            case "add" -> list.insert(index, operation.path("value").deepCopy());
            case "replace" -> list.set(index, operation.path("value").deepCopy());
            case "remove" -> list.remove(index);
            default -> throw new IllegalArgumentException("unknown operation: " + operation);
        }
    }
}
