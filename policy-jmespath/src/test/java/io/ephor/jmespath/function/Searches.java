package io.ephor.jmespath.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.JmesPath;
import io.ephor.jmespath.JmesPathException;
import io.ephor.jmespath.SearchContext;
import io.ephor.jmespath.syntax.GoJson;
import java.time.Instant;
import java.time.ZoneId;

/** Searches for tests, at a fixed time. */
public final class Searches {
    private static final JsonNode EMPTY = GoJson.parse("{}");
    private static final SearchContext CONTEXT = context("UTC");

    private Searches() {}

    /** Returns a context at noon of a day in summer, in a zone. */
    public static SearchContext context(String zone) {
        return SearchContext.builder()
                .now(Instant.parse("2026-07-01T12:00:00.5Z"))
                .zone(ZoneId.of(zone))
                .build();
    }

    /** Expects a value, as Go writes it. */
    public static void assertResult(String expression, String json) {
        assertThat(GoJsonText.of(search(expression, EMPTY), 1 << 20))
                .as(expression)
                .isEqualTo(json);
    }

    /** Expects the text of an error. */
    public static void assertFails(String expression, String message) {
        assertThatThrownBy(() -> search(expression, EMPTY))
                .as(expression)
                .isInstanceOf(JmesPathException.class)
                .hasMessage(message);
    }

    /** Searches a document. */
    public static JsonNode search(String expression, JsonNode document) {
        return JmesPath.compile(expression).search(document, CONTEXT);
    }
}
