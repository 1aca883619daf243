package io.ephor.jmespath.function;

import static io.ephor.jmespath.function.ArgumentType.ARRAY;
import static io.ephor.jmespath.function.ArgumentType.ARRAY_OF_STRINGS;
import static io.ephor.jmespath.function.ArgumentType.OBJECT;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** {@code starts_with}, {@code ends_with}, {@code join}, {@code length} and {@code reverse}. */
final class TextFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("starts_with", STRING, STRING),
                    (given, context) -> BooleanNode.valueOf(text(given, 0).startsWith(text(given, 1)))),
            new NamedFunction(
                    Signature.of("ends_with", STRING, STRING),
                    (given, context) -> BooleanNode.valueOf(text(given, 0).endsWith(text(given, 1)))),
            new NamedFunction(Signature.of("join", STRING, ARRAY_OF_STRINGS), TextFunctions::join),
            new NamedFunction(
                    Signature.ofAny("length", List.of(STRING, ARRAY, OBJECT)),
                    (given, context) -> Numbers.of(length(given.get(0)))),
            new NamedFunction(
                    Signature.ofAny("reverse", List.of(ARRAY, STRING)), (given, context) -> reverse(given.get(0))));

    private TextFunctions() {}

    private static String text(List<JsonNode> given, int index) {
        return given.get(index).textValue();
    }

    private static JsonNode join(List<JsonNode> given, FunctionContext context) {
        String separator = text(given, 0);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < given.get(1).size(); i++) {
            String part = given.get(1).get(i).textValue();
            if ((long) joined.length() + separator.length() + part.length() > context.textLength()) {
                throw FunctionException.limit("text is longer than " + context.textLength() + " characters");
            }
            joined.append(i == 0 ? "" : separator).append(part);
        }
        return TextNode.valueOf(joined.toString());
    }

    private static int length(JsonNode value) {
        if (!value.isTextual()) {
            return value.size();
        }
        String text = value.textValue();
        return text.codePointCount(0, text.length());
    }

    private static JsonNode reverse(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(
                    new StringBuilder(value.textValue()).reverse().toString());
        }
        ArrayNode reversed = JsonNodeFactory.instance.arrayNode(value.size());
        for (int i = value.size() - 1; i >= 0; i--) {
            reversed.add(value.get(i));
        }
        return reversed;
    }
}
