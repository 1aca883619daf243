package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;

/** What a tree asks that has no variables: nothing. */
enum NoQueries implements QueryScope {
    INSTANCE;

    @Override
    public JsonNode query(Query query) {
        throw new IllegalStateException("a tree without variables asks nothing");
    }

    @Override
    public JsonNode query(String text) {
        throw new IllegalStateException("a tree without variables asks nothing");
    }

    @Override
    public boolean deletion() {
        return false;
    }
}
