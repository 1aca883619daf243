package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.variables.Query;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.QueryScope;
import io.ephor.jmespath.JmesPath;

/** Asks a recorded document, which is all the context there is. */
record DocumentScope(JsonNode document) implements QueryScope {
    static final QueryCompiler QUERIES = new QueryCompiler(JmesPath.builder().build());

    @Override
    public JsonNode query(Query query) {
        return query.search(document, JmesPathOutcome.OUTSIDE);
    }

    @Override
    public JsonNode query(String text) {
        return query(QUERIES.compileDynamic(text));
    }

    @Override
    public boolean deletion() {
        return "DELETE".equals(document.path("request").path("operation").textValue());
    }
}
