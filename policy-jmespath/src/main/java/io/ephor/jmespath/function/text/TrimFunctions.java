package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.NUMBER;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.JsonNumber;
import java.util.List;

/**
 * {@code trim}, {@code trim_prefix} and {@code truncate}.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class TrimFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("trim", STRING, STRING),
                    (given, context) -> TextNode.valueOf(trim(text(given, 0), text(given, 1)))),
            new NamedFunction(
                    Signature.of("trim_prefix", STRING, STRING),
                    (given, context) -> TextNode.valueOf(trimPrefix(text(given, 0), text(given, 1)))),
            new NamedFunction(
                    Signature.of("truncate", STRING, NUMBER),
                    (given, context) ->
                            TextNode.valueOf(truncate(text(given, 0), JsonNumber.doubleValue(given.get(1))))));

    private TrimFunctions() {}

    private static String text(List<JsonNode> given, int index) {
        return given.get(index).textValue();
    }

    private static String trim(String text, String cut) {
        int from = 0;
        while (from < text.length() && cut.indexOf(text.codePointAt(from)) >= 0) {
            from += Character.charCount(text.codePointAt(from));
        }
        int to = text.length();
        while (to > from && cut.indexOf(text.codePointBefore(to)) >= 0) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static String trimPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    /** A length beyond 64 bits wraps to a negative one, which leaves nothing. */
    private static String truncate(String text, double length) {
        if (!(length >= 1 && length < 0x1p63)) {
            return "";
        }
        if (length >= text.codePointCount(0, text.length())) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, (int) length));
    }
}
