package io.ephor.jmespath.burt;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.function.FunctionCallException;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import java.util.Objects;

/**
 * A compiled expression and what it may use from outside, as the library's expression.
 *
 * @param expression the compiled expression
 * @param context what a search may use
 */
record BurtExpression(JmesPath expression, SearchContext context) implements Expression<JsonNode> {
    @Override
    public JsonNode search(JsonNode document) {
        try {
            return expression.search(document, context);
        } catch (JmesPathException fault) {
            throw translated(fault);
        }
    }

    private static io.burt.jmespath.JmesPathException translated(JmesPathException fault) {
        String message = Objects.requireNonNull(fault.getMessage());
        return fault.code() == JmesPathException.Code.FUNCTION
                ? new FunctionCallException(message, fault)
                : new io.burt.jmespath.JmesPathException(message, fault);
    }

    @Override
    public String toString() {
        return expression.expression();
    }
}
