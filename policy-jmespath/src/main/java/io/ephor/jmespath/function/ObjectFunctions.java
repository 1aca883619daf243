package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.OBJECT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.values.KeyOrder;
import java.util.List;
import java.util.Map;

/** {@code keys} and {@code values}, in the byte order of the keys, and {@code merge}. */
public final class ObjectFunctions {
    /** {@code keys} */
    public static final NamedFunction KEYS =
            new NamedFunction(Signature.of("keys", OBJECT), (given, context) -> keys(given.get(0)));

    static final List<NamedFunction> ALL = List.of(
            KEYS,
            new NamedFunction(Signature.of("values", OBJECT), (given, context) -> values(given.get(0))),
            new NamedFunction(Signature.variadic("merge", OBJECT), (given, context) -> merge(given)));

    private ObjectFunctions() {}

    private static JsonNode keys(JsonNode object) {
        List<String> sorted = KeyOrder.sortedKeys(object);
        ArrayNode keys = JsonNodeFactory.instance.arrayNode(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            keys.add(sorted.get(i));
        }
        return keys;
    }

    private static JsonNode values(JsonNode object) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode(object.size());
        for (String key : KeyOrder.sortedKeys(object)) {
            values.add(object.path(key));
        }
        return values;
    }

    /** Anything but an object stops the reference altogether; here it is an error. */
    private static JsonNode merge(List<JsonNode> given) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (JsonNode object : given) {
            if (!object.isObject()) {
                throw new FunctionException("interface conversion: interface {} is " + GoTypes.name(object)
                        + ", not map[string]interface {}");
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                merged.set(field.getKey(), field.getValue());
            }
        }
        return merged;
    }
}
