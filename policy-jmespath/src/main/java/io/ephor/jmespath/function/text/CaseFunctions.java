package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.GoInteger;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.KeyOrder;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * {@code compare}, {@code equal_fold}, {@code to_upper}, {@code to_lower} and {@code to_boolean}. Letters are mapped one
 * by one and without a locale.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class CaseFunctions {
    private static final int DOTLESS_I = 'ı';
    private static final int DOTTED_I = 'İ';

    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("compare", STRING, STRING),
                    (given, context) ->
                            new GoInteger(Integer.signum(KeyOrder.INSTANCE.compare(text(given, 0), text(given, 1))))),
            new NamedFunction(
                    Signature.of("equal_fold", STRING, STRING),
                    (given, context) -> BooleanNode.valueOf(fold(text(given, 0)).equals(fold(text(given, 1))))),
            new NamedFunction(
                    Signature.of("to_upper", STRING),
                    (given, context) -> TextNode.valueOf(map(text(given, 0), Character::toUpperCase))),
            new NamedFunction(
                    Signature.of("to_lower", STRING),
                    (given, context) -> TextNode.valueOf(map(text(given, 0), Character::toLowerCase))),
            new NamedFunction(Signature.of("to_boolean", STRING), (given, context) -> toBoolean(text(given, 0))));

    private CaseFunctions() {}

    private static String text(List<JsonNode> given, int index) {
        return given.get(index).textValue();
    }

    private static JsonNode toBoolean(String text) {
        String lower = map(text, Character::toLowerCase);
        if (lower.equals("true")) {
            return BooleanNode.TRUE;
        }
        if (lower.equals("false")) {
            return BooleanNode.FALSE;
        }
        throw FunctionException.of(
                "to_boolean", "lowercase argument must be 'true' or 'false' (provided: '" + text + "')");
    }

    private static String fold(String text) {
        return map(text, CaseFunctions::fold);
    }

    private static int fold(int letter) {
        if (letter == DOTLESS_I || letter == DOTTED_I) {
            return letter;
        }
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    private static String map(String text, IntUnaryOperator mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            int letter = text.codePointAt(index);
            mapped.appendCodePoint(mapping.applyAsInt(letter));
            index += Character.charCount(letter);
        }
        return mapped.toString();
    }
}
