package io.ephor.lookup;

/**
 * Answers calls of the Kubernetes API server. Asked at most once per evaluation for the same question; implementations
 * must be thread-safe.
 */
@FunctionalInterface
public interface ApiCallLookup {
    /**
     * {@return the body of the response}
     *
     * @param method {@code GET} or {@code POST}
     * @param path the path with its query, such as {@code /api/v1/namespaces}
     * @param body the text of the request body: a JSON object and a line feed, also for {@code GET}
     * @throws LookupException if there is no answer; {@link LookupException#forbidden} if the server refuses one
     */
    ResponseBody call(String method, String path, String body);
}
