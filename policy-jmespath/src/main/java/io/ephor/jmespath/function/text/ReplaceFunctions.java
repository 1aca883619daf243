package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.NUMBER;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.values.JsonNumber;
import java.util.List;

/**
 * {@code replace}, {@code replace_all} and {@code split}. An empty text stands before each character and, for
 * replacing, at the end.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class ReplaceFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.of("replace", STRING, STRING, STRING, NUMBER),
                    (given, context) -> replace(given, count(JsonNumber.doubleValue(given.get(3))), context)),
            new NamedFunction(
                    Signature.of("replace_all", STRING, STRING, STRING),
                    (given, context) -> replace(given, Long.MAX_VALUE, context)),
            new NamedFunction(
                    Signature.of("split", STRING, STRING), (given, context) -> split(text(given, 0), text(given, 1))));

    private static final int MOST_PARTS = 1_000_000;

    private ReplaceFunctions() {}

    private static String text(List<JsonNode> given, int index) {
        return given.get(index).textValue();
    }

    /** A negative number means all, and one beyond 64 bits becomes negative. */
    private static long count(double number) {
        boolean all = number <= -1 || number >= 0x1p63 || Double.isNaN(number);
        return all ? Long.MAX_VALUE : (long) number;
    }

    private static JsonNode replace(List<JsonNode> given, long count, FunctionContext context) {
        String text = text(given, 0);
        String old = text(given, 1);
        String other = text(given, 2);
        BoundedText replaced = new BoundedText(context.textLength());
        int from = 0;
        int at = text.indexOf(old);
        for (long done = 0; done < count && at >= 0; done++) {
            replaced.append(text, from, at);
            replaced.append(other, 0, other.length());
            from = at + old.length();
            at = old.isEmpty() ? nextCharacter(text, at) : text.indexOf(old, from);
        }
        replaced.append(text, from, text.length());
        return TextNode.valueOf(replaced.toString());
    }

    private static int nextCharacter(String text, int at) {
        return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : -1;
    }

    private static JsonNode split(String text, String separator) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        int from = 0;
        int at = separator.isEmpty() ? nextCharacter(text, 0) : text.indexOf(separator);
        while (at >= 0) {
            if (parts.size() == MOST_PARTS) {
                throw FunctionException.limit("text has more than " + MOST_PARTS + " parts");
            }
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = separator.isEmpty() ? nextCharacter(text, from) : text.indexOf(separator, from);
        }
        return separator.isEmpty() ? parts : parts.add(text.substring(from));
    }
}
