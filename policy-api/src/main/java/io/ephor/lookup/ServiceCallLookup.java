package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Answers calls of services by URL. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ServiceCallLookup {
    /**
     * {@return the body of the response}
     *
     * @param method {@code GET} or {@code POST}
     * @param url the URL of the service
     * @param headers the headers to send, by name
     * @param body the text of the request body; empty for none
     * @throws LookupException if there is no answer
     */
    JsonNode call(String method, String url, Map<String, List<String>> headers, String body);
}
