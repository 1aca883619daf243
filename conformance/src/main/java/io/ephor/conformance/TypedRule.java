package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Rules as the reference prints them from its typed structures: what is not given may stand there as an empty value, and
 * what is given but empty may be missing. Both sides of a comparison lose such fields.
 */
final class TypedRule {
    private static final List<String> EMPTY_STRUCTURES =
            List.of("resources", "clone", "cloneList", "dryRun", "validate");
    private static final List<String> FALSE_FLAGS = List.of("mutateDigest", "verifyDigest", "required", "useCache");
    private static final List<String> EMPTY_TEXTS = List.of("type", "predicateType", "urlPath", "caBundle", "name");
    private static final Set<String> FREE = Set.of(
            "pattern", "anyPattern", "patchStrategicMerge", "data", "key", "value", "default", "attestor", "assert");

    private TypedRule() {}

    /** Returns a copy without empty fields; what an author may fill freely, such as a pattern, stays as it is. */
    static JsonNode withoutEmptyFields(JsonNode rule) {
        JsonNode copy = rule.deepCopy();
        clean(copy);
        return copy;
    }

    private static void clean(JsonNode node) {
        for (JsonNode item : node) {
            if (node.isArray()) {
                clean(item);
            }
        }
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (var field : List.copyOf(object.properties())) {
            if (FREE.contains(field.getKey())) {
                continue;
            }
            clean(field.getValue());
            if (isEmpty(field.getKey(), field.getValue())) {
                object.remove(field.getKey());
            }
        }
    }

    private static boolean isEmpty(String name, JsonNode value) {
        if (value.isArray()) {
            return value.isEmpty();
        }
        if (value.isObject()) {
            return value.isEmpty() && EMPTY_STRUCTURES.contains(name);
        }
        if (value.isBoolean()) {
            return !value.booleanValue() && FALSE_FLAGS.contains(name);
        }
        return value.isNull() || (value.isTextual() && value.textValue().isEmpty() && EMPTY_TEXTS.contains(name));
    }
}
