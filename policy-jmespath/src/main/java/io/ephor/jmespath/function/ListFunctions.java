package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.ANY;
import static io.ephor.jmespath.function.ArgumentType.ARRAY;
import static io.ephor.jmespath.function.ArgumentType.ARRAY_OF_NUMBERS;
import static io.ephor.jmespath.function.ArgumentType.ARRAY_OF_STRINGS;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/** {@code contains}, {@code max}, {@code min} and {@code sort}. */
final class ListFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.ofAny("contains", List.of(ARRAY, STRING), List.of(ANY)),
                    (given, context) -> BooleanNode.valueOf(contains(given.get(0), given.get(1)))),
            new NamedFunction(
                    Signature.ofAny("max", List.of(ARRAY_OF_NUMBERS, ARRAY_OF_STRINGS)),
                    (given, context) -> best(given.get(0), 1)),
            new NamedFunction(
                    Signature.ofAny("min", List.of(ARRAY_OF_NUMBERS, ARRAY_OF_STRINGS)),
                    (given, context) -> best(given.get(0), -1)),
            new NamedFunction(
                    Signature.ofAny("sort", List.of(ARRAY_OF_STRINGS, ARRAY_OF_NUMBERS)),
                    (given, context) -> sorted(given.get(0))));

    private ListFunctions() {}

    private static boolean contains(JsonNode searched, JsonNode wanted) {
        if (searched.isTextual()) {
            return wanted.isTextual() && searched.textValue().contains(wanted.textValue());
        }
        for (int i = 0; i < searched.size(); i++) {
            if (DeepEquality.same(searched.get(i), wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the first of the largest or smallest elements, null of none. */
    private static JsonNode best(JsonNode list, int sign) {
        if (list.isEmpty()) {
            return NullNode.instance;
        }
        JsonNode best = list.get(0);
        for (JsonNode element : list) {
            if (ScalarOrder.isBeyond(element, best, sign)) {
                best = element;
            }
        }
        return best;
    }

    private static JsonNode sorted(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>(list.size());
        list.forEach(elements::add);
        elements.sort(ScalarOrder.INSTANCE);
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode(elements.size());
        return sorted.addAll(elements);
    }
}
