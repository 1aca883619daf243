package io.ephor.jmespath.function.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ephor.jmespath.function.Numbers;
import java.util.List;

/** Values as Go's JSON encoder writes them: a list of nothing is null. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode orNull(ArrayNode list) {
        return list.isEmpty() ? NullNode.instance : list;
    }

    /** Adds to a list in an object, which is null before the first element. */
    static void add(ObjectNode object, String name, JsonNode element) {
        if (object.get(name) instanceof ArrayNode list) {
            list.add(element);
        } else {
            object.set(name, list().add(element));
        }
    }

    static JsonNode number(long number) {
        return Numbers.of((double) number);
    }

    static ArrayNode arcs(List<Integer> arcs) {
        ArrayNode list = list();
        for (int arc : arcs) {
            list.add(number(arc));
        }
        return list;
    }
}
