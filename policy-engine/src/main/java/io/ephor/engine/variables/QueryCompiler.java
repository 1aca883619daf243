package io.ephor.engine.variables;

import io.ephor.jmespath.JmesPathCompiler;
import io.ephor.jmespath.JmesPathException;
import io.ephor.values.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Compiles queries: those of a policy when it is loaded, and those whose text is only known in an evaluation. The latter
 * are remembered, the most recent ones. Thread-safe.
 */
public final class QueryCompiler {
    private static final int MOST_REMEMBERED = 1_000;

    private final JmesPathCompiler expressions;
    private final Map<String, Query> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Query> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    public QueryCompiler(JmesPathCompiler expressions) {
        this.expressions = Objects.requireNonNull(expressions, "expressions");
    }

    /** Compiles a query of a policy. */
    public Query compile(String text) {
        String trimmed = WhiteSpace.trim(text);
        if (trimmed.isEmpty()) {
            return new Query("", null, null);
        }
        try {
            return new Query(trimmed, expressions.compile(trimmed), null);
        } catch (JmesPathException exception) {
            return new Query(trimmed, null, exception);
        }
    }

    /** Compiles a query whose text came up in an evaluation, unless it is still remembered. */
    public Query compileDynamic(String text) {
        synchronized (remembered) {
            Query known = remembered.get(text);
            if (known != null) {
                return known;
            }
        }
        Query query = compile(text);
        synchronized (remembered) {
            remembered.put(text, query);
        }
        return query;
    }
}
