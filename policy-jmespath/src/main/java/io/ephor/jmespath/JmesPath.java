package io.ephor.jmespath;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.node.ElementSource;
import io.ephor.jmespath.node.Frame;
import io.ephor.jmespath.node.MissingKey;
import io.ephor.jmespath.node.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression of Kyverno's JMESPath. Immutable and thread-safe; compile once, search many times.
 *
 * <pre>{@code
 * JmesPath images = JmesPath.compile("spec.containers[].image | [?ends_with(@, ':latest')]");
 * JsonNode found = images.search(pod);
 * }</pre>
 *
 * <p>A key that an object has not is an error where standard JMESPath has null; {@code a | @} and {@code a || b} make it
 * null. Documents are never changed, and results share their nodes.
 *
 * <p>Kyverno: pkg/engine/jmespath, github.com/kyverno/go-jmespath
 */
public final class JmesPath {
    private final String expression;
    private final Node node;
    private final int textLength;

    /** What searches share that never look at their frame; null where each needs its own. */
    private final @Nullable Frame idle;

    JmesPath(String expression, Node node, int textLength) {
        this.expression = expression;
        this.node = node;
        this.textLength = textLength;
        this.idle = node.isFrameless() ? new Frame(SearchContext.empty(), textLength) : null;
    }

    /**
     * Compiles an expression with the functions of this module and the default limits.
     *
     * @param expression the expression
     * @return the compiled expression
     * @throws JmesPathException if the text is no expression or goes over a limit; unknown functions show in a search
     */
    public static JmesPath compile(String expression) {
        return JmesPathCompiler.standard().compile(expression);
    }

    /**
     * Returns the expression that finds in a part of a document what this one finds in the document, if this one looks at
     * nothing but that part: of {@code a.b.c[0] || 'none'} and the path {@code a}, {@code b} it is {@code c[0] || 'none'}.
     * Errors are the same too.
     *
     * @param path the keys that lead to the part, at least one; the expression must be given what a document has there,
     *     which is neither missing nor null
     * @return the expression; null where this one may look at anything else
     */
    public @Nullable JmesPath below(List<String> path) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("the path has no keys");
        }
        Node inner = node.below(path);
        return inner == null ? null : new JmesPath(expression, inner, textLength);
    }

    /**
     * Starts a compiler with own functions or limits.
     *
     * @return the builder
     */
    public static JmesPathCompiler.Builder builder() {
        return new JmesPathCompiler.Builder();
    }

    /** {@return the text that was compiled} */
    public String expression() {
        return expression;
    }

    /**
     * Searches a document without anything from outside.
     *
     * @param document the document; never written to
     * @return the value; JSON's null for nothing
     * @throws JmesPathException if the search ends in an error
     */
    public JsonNode search(JsonNode document) {
        return search(document, SearchContext.empty());
    }

    /**
     * Searches a document.
     *
     * @param document the document; never written to
     * @param context the time, the seed and what else functions may need
     * @return the value; JSON's null for nothing
     * @throws JmesPathException if the search ends in an error
     */
    public JsonNode search(JsonNode document, SearchContext context) {
        JsonNode value = evaluate(document, context);
        if (value instanceof MissingKey missing) {
            throw missing.error();
        }
        return value;
    }

    /**
     * Searches a document for something that may well not be there: where {@link #search(JsonNode, SearchContext)} ends in
     * the error of an unknown key, this returns null and throws nothing.
     *
     * @param document the document; never written to
     * @param context the time, the seed and what else functions may need
     * @return the value, JSON's null for nothing; null where an object has not the key that is asked of it
     * @throws JmesPathException if the search ends in another error
     */
    public @Nullable JsonNode find(JsonNode document, SearchContext context) {
        JsonNode value = evaluate(document, context);
        return value instanceof MissingKey ? null : value;
    }

    /**
     * Searches a document for a value that has a substitute: where {@link #search(JsonNode, SearchContext)} ends in an
     * error, this returns null, and throws nothing for a missing key or an argument of the wrong type.
     *
     * @param document the document; never written to
     * @param context the time, the seed and what else functions may need
     * @return the value, JSON's null for nothing; null where there is none
     * @throws JmesPathException if the search goes over a limit
     */
    public @Nullable JsonNode orNull(JsonNode document, SearchContext context) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(context, "context");
        Frame frame = idle == null ? Frame.attempting(context, textLength) : idle;
        try {
            JsonNode value = node.evaluate(document, frame);
            return value instanceof MissingKey || frame.hasFailed() ? null : value;
        } catch (JmesPathException exception) {
            if (exception.code() == JmesPathException.Code.LIMIT) {
                throw exception;
            }
            return null;
        }
    }

    /**
     * {@return whether a search picks a value out of the document, or has a truth value or a literal, and makes nothing that
     * was not there} Such a search ends in no error but that of a missing key, or of values that are too large to be compared.
     */
    public boolean isSelection() {
        return idle != null;
    }

    /**
     * Searches a document as {@link #find(JsonNode, SearchContext)} does, without anything from outside.
     *
     * @param document the document; never written to
     * @return the value, JSON's null for nothing; null where an object has not the key that is asked of it
     * @throws JmesPathException if the search ends in another error
     */
    public @Nullable JsonNode find(JsonNode document) {
        return find(document, SearchContext.empty());
    }

    /**
     * Returns what finds the elements of the list one by one that this expression finds.
     *
     * @return the search; null where the expression makes no list, or cannot without functions and what they need
     */
    public @Nullable ElementSearch elements() {
        ElementSource source = ElementSource.of(node);
        return source == null ? null : new ElementSearch(source);
    }

    private JsonNode evaluate(JsonNode document, SearchContext context) {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(context, "context");
        Frame frame = idle == null ? new Frame(context, textLength) : idle;
        return node.evaluate(document, frame);
    }

    /** {@return the text that was compiled} */
    @Override
    public String toString() {
        return expression;
    }
}
