package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.jmespath.JmesPathException;
import java.util.ArrayList;
import java.util.List;

/** {@code sort_by}: stable, in a list of its own; the reference sorts the list in place. */
final class SortByFunction {
    private SortByFunction() {}

    private record Keyed(JsonNode element, JsonNode key) {}

    static JsonNode call(List<JsonNode> given, FunctionContext context) {
        JsonNode list = given.get(0);
        if (list.size() < 2) {
            return list;
        }
        JsonNode firstKey = ExpressionFunctions.firstKey(given, context);
        List<Keyed> keyed = new ArrayList<>(list.size());
        keyed.add(new Keyed(list.get(0), firstKey));
        for (int i = 1; i < list.size(); i++) {
            keyed.add(new Keyed(list.get(i), key(given.get(1), list.get(i), firstKey, context)));
        }
        keyed.sort((left, right) -> ScalarOrder.INSTANCE.compare(left.key(), right.key()));
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode(list.size());
        for (Keyed element : keyed) {
            sorted.add(element.element());
        }
        return sorted;
    }

    private static JsonNode key(JsonNode reference, JsonNode element, JsonNode firstKey, FunctionContext context) {
        JsonNode key;
        try {
            key = context.evaluate(reference, element);
        } catch (JmesPathException exception) {
            if (exception.code() == JmesPathException.Code.LIMIT) {
                throw exception;
            }
            throw new FunctionException("error in sort_by comparison");
        }
        if (!ExpressionFunctions.isSameKind(key, firstKey)) {
            throw new FunctionException("error in sort_by comparison");
        }
        return key;
    }
}
