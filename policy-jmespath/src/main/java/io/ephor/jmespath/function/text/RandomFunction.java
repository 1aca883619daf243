package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.regex.RandomText;
import io.ephor.jmespath.regex.RegexException;
import java.util.List;

/**
 * {@code random}: a text that matches a regular expression, drawn from the seed of the search.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class RandomFunction {
    static final List<NamedFunction> ALL = List.of(new NamedFunction(
            Signature.of("random", STRING),
            (given, context) -> random(given.get(0).textValue(), context)));

    private RandomFunction() {}

    private static JsonNode random(String pattern, FunctionContext context) {
        if (pattern.isEmpty()) {
            throw new FunctionException("no pattern provided");
        }
        try {
            RandomText texts = RandomText.compile(pattern);
            BoundedText text = new BoundedText(context.textLength());
            texts.generate(context.random(), text);
            return TextNode.valueOf(text.toString());
        } catch (RegexException exception) {
            throw RegexFunctions.error(exception);
        }
    }
}
