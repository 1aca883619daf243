package io.ephor.jmespath.function.text;

import static io.ephor.jmespath.function.ArgumentType.NUMBER;
import static io.ephor.jmespath.function.ArgumentType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionContext;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.JmesFunction;
import io.ephor.jmespath.function.NamedFunction;
import io.ephor.jmespath.function.Signature;
import io.ephor.jmespath.regex.GoRegex;
import io.ephor.jmespath.regex.RegexException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code regex_match}, {@code regex_replace_all} and {@code regex_replace_all_literal}. An expression that is a literal
 * is compiled with the call.
 *
 * <p>Kyverno: pkg/engine/jmespath/functions.go
 */
final class RegexFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction(
                    Signature.ofAny("regex_match", List.of(STRING), List.of(STRING, NUMBER)),
                    new RegexFunction("", RegexFunctions::match)),
            new NamedFunction(
                    Signature.ofAny(
                            "regex_replace_all", List.of(STRING), List.of(STRING, NUMBER), List.of(STRING, NUMBER)),
                    new RegexFunction("regex_replace_all", RegexFunctions::replace)),
            new NamedFunction(
                    Signature.ofAny(
                            "regex_replace_all_literal",
                            List.of(STRING),
                            List.of(STRING, NUMBER),
                            List.of(STRING, NUMBER)),
                    new RegexFunction("regex_replace_all_literal", RegexFunctions::replaceLiteral)));

    private RegexFunctions() {}

    /** What is done with the expression, once it is compiled. */
    private interface Use {
        JsonNode apply(GoRegex regex, List<JsonNode> given, FunctionContext context);
    }

    /**
     * A function whose first argument is a regular expression.
     *
     * @param prefix the function that errors of the expression name; empty where they name none
     */
    private record RegexFunction(String prefix, Use use) implements JmesFunction {
        @Override
        public JsonNode call(List<JsonNode> arguments, FunctionContext context) {
            return apply(compile(arguments.get(0).textValue()), arguments, context);
        }

        @Override
        public JmesFunction prepare(List<@Nullable JsonNode> literals) {
            JsonNode expression = literals.isEmpty() ? null : literals.get(0);
            if (expression == null || !expression.isTextual()) {
                return this;
            }
            try {
                GoRegex regex = compile(expression.textValue());
                return (arguments, context) -> apply(regex, arguments, context);
            } catch (FunctionException exception) {
                return (arguments, context) -> {
                    throw exception;
                };
            }
        }

        private GoRegex compile(String expression) {
            try {
                return GoRegex.compile(expression);
            } catch (RegexException exception) {
                throw prefix.isEmpty() || exception.isLimit()
                        ? error(exception)
                        : FunctionException.of(prefix, Objects.requireNonNull(exception.getMessage()));
            }
        }

        private JsonNode apply(GoRegex regex, List<JsonNode> given, FunctionContext context) {
            try {
                return use.apply(regex, given, context);
            } catch (RegexException exception) {
                throw error(exception);
            }
        }
    }

    /** Returns the error of a call that a regular expression caused. */
    static FunctionException error(RegexException exception) {
        String message = Objects.requireNonNull(exception.getMessage());
        return exception.isLimit() ? FunctionException.limit(message) : new FunctionException(message);
    }

    private static JsonNode match(GoRegex regex, List<JsonNode> given, FunctionContext context) {
        return BooleanNode.valueOf(regex.finds(ScalarText.of(given.get(1))));
    }

    private static JsonNode replace(GoRegex regex, List<JsonNode> given, FunctionContext context) {
        BoundedText output = new BoundedText(context.textLength());
        regex.replaceAll(ScalarText.of(given.get(1)), ScalarText.of(given.get(2)), output);
        return TextNode.valueOf(output.toString());
    }

    private static JsonNode replaceLiteral(GoRegex regex, List<JsonNode> given, FunctionContext context) {
        BoundedText output = new BoundedText(context.textLength());
        regex.replaceAllLiteral(ScalarText.of(given.get(1)), ScalarText.of(given.get(2)), output);
        return TextNode.valueOf(output.toString());
    }
}
