package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.SearchContext;
import java.util.ArrayList;
import java.util.List;

/** Asks a document, and remembers what it was asked. */
final class DocumentScope implements QueryScope {
    static final QueryCompiler QUERIES = new QueryCompiler(JmesPath.builder().build());

    private final JsonNode document;
    private final List<String> compiled = new ArrayList<>();
    private final List<String> dynamic = new ArrayList<>();

    DocumentScope(JsonNode document) {
        this.document = document;
    }

    @Override
    public JsonNode query(Query query) {
        compiled.add(query.text());
        return query.search(document, SearchContext.empty());
    }

    @Override
    public JsonNode query(String text) {
        dynamic.add(text);
        return QUERIES.compileDynamic(text).search(document, SearchContext.empty());
    }

    @Override
    public boolean deletion() {
        return "DELETE".equals(document.path("request").path("operation").textValue());
    }

    List<String> compiled() {
        return compiled;
    }

    List<String> dynamic() {
        return dynamic;
    }
}
