package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression as a policy asks it: compiled, or the reason why it is none. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/context/evaluate.go
 */
public final class Query {
    private static final QueryPart[] PARTS = QueryPart.values();
    /** An entry that every rule has, and that is loaded as soon as a text mentions it. */
    private static final String IMAGES = "images";

    private final String text;
    private final @Nullable JmesPath path;
    private final @Nullable JmesPathException fault;
    private final @Nullable QueryPart part;
    private final @Nullable Query inPart;

    Query(String text, @Nullable JmesPath path, @Nullable JmesPathException fault) {
        this.text = text;
        this.path = path;
        this.fault = fault;
        QueryPart only = null;
        JmesPath inner = null;
        boolean loads = text.contains(IMAGES);
        for (int i = 0; path != null && !loads && inner == null && i < PARTS.length; i++) {
            only = PARTS[i];
            inner = path.below(only.path());
        }
        this.part = inner == null ? null : only;
        this.inPart = inner == null ? null : new Query(text, inner);
    }

    /** Makes a query of a part. */
    private Query(String text, JmesPath path) {
        this.text = text;
        this.path = path;
        this.fault = null;
        this.part = null;
        this.inPart = null;
    }

    /** Returns the expression without the white space around it. */
    public String text() {
        return text;
    }

    /** Returns why the text is no expression; null where it is one, or is empty. */
    public @Nullable JmesPathException fault() {
        return fault;
    }

    /** Says whether the text breaks the rules of the language, whatever functions there are. */
    public boolean isSyntaxFault() {
        return fault != null && fault.code() != JmesPathException.Code.FUNCTION;
    }

    /** Says whether {@link #search} has a chance. */
    public boolean isValid() {
        return path != null;
    }

    /** Returns the part of what queries see that alone is asked; null where the whole has to be. */
    public @Nullable QueryPart part() {
        return part;
    }

    /** Returns what has in the {@link #part} the outcome that this has in the whole; null where there is no such part. */
    public @Nullable Query inPart() {
        return inPart;
    }

    /**
     * Searches a document.
     *
     * @throws QueryException if there is no value
     */
    public JsonNode search(JsonNode document, SearchContext context) {
        JmesPath compiled = compiled();
        try {
            return compiled.search(document, context);
        } catch (JmesPathException exception) {
            throw failure(exception);
        }
    }

    /**
     * Searches a document for what may not be there.
     *
     * @return the value; null where {@link #search} fails because of {@link QueryException.Reason#UNKNOWN_KEY}
     * @throws QueryException if there is no value for another reason
     */
    public @Nullable JsonNode find(JsonNode document, SearchContext context) {
        JmesPath compiled = compiled();
        try {
            return compiled.find(document, context);
        } catch (JmesPathException exception) {
            throw failure(exception);
        }
    }

    /**
     * Searches a document for a value that has a substitute.
     *
     * @return the value; null where {@link #search} fails because of the document
     * @throws QueryException if the query is none, or goes over a limit
     */
    public @Nullable JsonNode orNull(JsonNode document, SearchContext context) {
        JmesPath compiled = compiled();
        try {
            return compiled.orNull(document, context);
        } catch (JmesPathException exception) {
            throw failure(exception);
        }
    }

    /** Returns the expression that is asked. */
    JmesPath compiled() {
        if (path == null) {
            throw invalid();
        }
        return path;
    }

    private static QueryException failure(JmesPathException exception) {
        QueryException.Reason reason = exception.code() == JmesPathException.Code.UNKNOWN_KEY
                ? QueryException.Reason.UNKNOWN_KEY
                : QueryException.Reason.EVALUATION;
        return new QueryException(reason, "JMESPath query failed: " + exception.getMessage(), exception);
    }

    /**
     * Returns the error of a text that is no expression.
     *
     * @throws IllegalStateException if it is one
     */
    public QueryException invalid() {
        if (text.isEmpty()) {
            return new QueryException(QueryException.Reason.INVALID, "invalid query (nil)", null);
        }
        if (fault == null) {
            throw new IllegalStateException("the query is valid");
        }
        String message = "incorrect query " + text + ": " + Objects.requireNonNull(fault.getMessage());
        return new QueryException(QueryException.Reason.INVALID, message, fault);
    }

    @Override
    public String toString() {
        return text;
    }
}
