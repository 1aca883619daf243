package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.ARRAY;
import static io.ephor.jmespath.function.ArgumentType.EXPRESSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** {@code map}, {@code max_by}, {@code min_by} and {@code sort_by}: what evaluates an expression for each element. */
final class ExpressionFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(Signature.of("map", EXPRESSION, ARRAY), ExpressionFunctions::map),
            new NamedFunction(Signature.of("max_by", ARRAY, EXPRESSION), (given, context) -> best(given, context, 1)),
            new NamedFunction(Signature.of("min_by", ARRAY, EXPRESSION), (given, context) -> best(given, context, -1)),
            new NamedFunction(Signature.of("sort_by", ARRAY, EXPRESSION), SortByFunction::call));

    private ExpressionFunctions() {}

    private static JsonNode map(List<JsonNode> given, FunctionContext context) {
        ArrayNode mapped = JsonNodeFactory.instance.arrayNode(given.get(1).size());
        for (JsonNode element : given.get(1)) {
            mapped.add(context.evaluate(given.get(0), element));
        }
        return mapped;
    }

    /** Returns the first of the elements with the largest or smallest key; one element alone has no key. */
    private static JsonNode best(List<JsonNode> given, FunctionContext context, int sign) {
        JsonNode list = given.get(0);
        if (list.size() < 2) {
            return list.isEmpty() ? NullNode.instance : list.get(0);
        }
        JsonNode best = list.get(0);
        JsonNode bestKey = firstKey(given, context);
        for (int i = 1; i < list.size(); i++) {
            JsonNode key = context.evaluate(given.get(1), list.get(i));
            if (!isSameKind(key, bestKey)) {
                throw new FunctionException("invalid type, must be " + (bestKey.isTextual() ? "string" : "number"));
            }
            if (ScalarOrder.isBeyond(key, bestKey, sign)) {
                bestKey = key;
                best = list.get(i);
            }
        }
        return best;
    }

    static JsonNode firstKey(List<JsonNode> given, FunctionContext context) {
        JsonNode key = context.evaluate(given.get(1), given.get(0).get(0));
        if (!key.isTextual() && !ArgumentType.isNumber(key)) {
            throw new FunctionException("invalid type, must be number of string");
        }
        return key;
    }

    static boolean isSameKind(JsonNode key, JsonNode first) {
        return first.isTextual() ? key.isTextual() : ArgumentType.isNumber(key);
    }
}
