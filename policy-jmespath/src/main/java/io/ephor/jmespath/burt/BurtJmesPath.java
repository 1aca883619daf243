package io.ephor.jmespath.burt;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPath;
import io.burt.jmespath.parser.ParseError;
import io.burt.jmespath.parser.ParseException;
import io.ephor.jmespath.JmesPathCompiler;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import java.util.List;
import java.util.Objects;

/**
 * Kyverno's JMESPath as the runtime of {@code io.burt:jmespath-core}: code that takes that library's
 * {@code JmesPath<JsonNode>} takes this one unchanged. Immutable; thread-safe if the context is.
 *
 * <pre>{@code
 * JmesPath<JsonNode> jmesPath = BurtJmesPath.standard();
 * Expression<JsonNode> names = jmesPath.compile("spec.containers[].name");
 * JsonNode found = names.search(pod);
 * }</pre>
 *
 * <p>The language stays Kyverno's: a missing key is an error along a path, and unknown functions show in a search. All
 * errors are of the library's types; their cause is a {@link JmesPathException} with its code and place.
 */
public final class BurtJmesPath implements JmesPath<JsonNode> {
    private static final BurtJmesPath STANDARD =
            new BurtJmesPath(io.ephor.jmespath.JmesPath.builder().build(), SearchContext.empty());

    private final JmesPathCompiler compiler;
    private final SearchContext context;

    private BurtJmesPath(JmesPathCompiler compiler, SearchContext context) {
        this.compiler = compiler;
        this.context = context;
    }

    /** {@return the runtime with the functions of this module, the default limits, and nothing from outside} */
    public static BurtJmesPath standard() {
        return STANDARD;
    }

    /**
     * Returns a runtime with own functions, limits or context.
     *
     * @param compiler what compiles the expressions
     * @param context what every search may use from outside
     * @return the runtime
     */
    public static BurtJmesPath of(JmesPathCompiler compiler, SearchContext context) {
        return new BurtJmesPath(
                Objects.requireNonNull(compiler, "compiler"), Objects.requireNonNull(context, "context"));
    }

    /**
     * Compiles an expression.
     *
     * @param expression the expression
     * @return the compiled expression: immutable, and as thread-safe as this runtime; a document of null is refused by a
     *     {@code NullPointerException}, and JSON's null stands for nothing
     * @throws ParseException if the text is no expression
     * @throws io.burt.jmespath.JmesPathException if the expression goes over a limit
     */
    @Override
    public Expression<JsonNode> compile(String expression) {
        try {
            return new BurtExpression(compiler.compile(expression), context);
        } catch (JmesPathException fault) {
            throw translated(expression, fault);
        }
    }

    private static io.burt.jmespath.JmesPathException translated(String expression, JmesPathException fault) {
        String message = Objects.requireNonNull(fault.getMessage());
        if (fault.code() != JmesPathException.Code.SYNTAX) {
            return new io.burt.jmespath.JmesPathException(message, fault);
        }
        ParseException exception =
                new ParseException(expression, List.of(new ParseError(message, Math.max(0, fault.position()))));
        exception.initCause(fault);
        return exception;
    }
}
