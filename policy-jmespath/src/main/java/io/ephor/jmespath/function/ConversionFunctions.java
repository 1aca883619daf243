package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.ANY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.values.NumberText;
import java.util.List;
import java.util.OptionalDouble;

/** {@code type}, {@code to_string}, {@code to_number}, {@code to_array} and {@code not_null}. */
final class ConversionFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(Signature.of("type", ANY), (given, context) -> TextNode.valueOf(type(given.get(0)))),
            new NamedFunction(Signature.of("to_string", ANY), (given, context) -> toText(given.get(0), context)),
            new NamedFunction(Signature.of("to_number", ANY), (given, context) -> toNumber(given.get(0))),
            new NamedFunction(Signature.of("to_array", ANY), (given, context) -> toList(given.get(0))),
            new NamedFunction(Signature.variadic("not_null", ANY), (given, context) -> notNull(given)));

    private ConversionFunctions() {}

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "null";
            case BOOLEAN -> "boolean";
            case NUMBER -> {
                requireKnownType(value);
                yield "number";
            }
            case ARRAY -> {
                requireKnownType(value);
                yield "array";
            }
            case OBJECT -> "object";
            case STRING, BINARY -> "string";
            case POJO -> throw unknownType();
        };
    }

    private static JsonNode toText(JsonNode value, FunctionContext context) {
        return value.isTextual() ? value : TextNode.valueOf(GoJsonText.of(value, context.textLength()));
    }

    private static JsonNode toNumber(JsonNode value) {
        requireKnownType(value);
        if (value.isNumber()) {
            return value;
        }
        if (!value.isTextual()) {
            return NullNode.instance;
        }
        OptionalDouble number = NumberText.parseFloat(value.textValue());
        return number.isPresent() ? Numbers.of(number.getAsDouble()) : NullNode.instance;
    }

    private static JsonNode toList(JsonNode value) {
        boolean isList = value.isArray() && !(value instanceof ItemList);
        return isList ? value : JsonNodeFactory.instance.arrayNode().add(value);
    }

    private static JsonNode notNull(List<JsonNode> given) {
        for (JsonNode value : given) {
            if (!value.isNull()) {
                return value;
            }
        }
        return NullNode.instance;
    }

    private static void requireKnownType(JsonNode value) {
        if (value instanceof GoInteger || value instanceof ItemList || value.isPojo()) {
            throw unknownType();
        }
    }

    private static FunctionException unknownType() {
        return new FunctionException("unknown type");
    }
}
