package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Objects;

/**
 * Holds a policy of a namespace to its own namespace.
 *
 * <p>Kyverno: pkg/engine/apicall/apiCall.go
 */
final class NamespacedPath {
    private NamespacedPath() {}

    /**
     * Checks the path of a call. A call of a service has none, and is refused for that.
     *
     * @param policyNamespace the namespace of the policy; empty for a policy of the whole cluster
     * @throws io.ephor.engine.variables.QueryException if the path leads elsewhere
     */
    static void check(JsonNode call, String policyNamespace) {
        if (policyNamespace.isEmpty()) {
            return;
        }
        String path = clean(Objects.requireNonNullElse(call.path("urlPath").textValue(), ""));
        String namespace = namespace(path);
        if (namespace.isEmpty()) {
            throw LoadFailure.of("path " + path
                    + " does not contain a namespace segment, which is required for namespaced policies");
        }
        if (!namespace.equals(policyNamespace)) {
            throw LoadFailure.of("path " + path + " refers to namespace " + namespace
                    + ", which is different from the policy namespace " + policyNamespace);
        }
    }

    /** Returns the segment after the first {@code namespaces} that has one; empty for none. */
    private static String namespace(String path) {
        if (!path.startsWith("/api/") && !path.startsWith("/apis/")) {
            return "";
        }
        int from = path.indexOf('/', 1) + 1;
        String marker = "/namespaces/";
        for (int at = path.indexOf(marker, from - 1); at >= 0; at = path.indexOf(marker, at + 1)) {
            int start = at + marker.length();
            int end = path.indexOf('/', start);
            String segment = path.substring(start, end < 0 ? path.length() : end);
            if (at >= from && !segment.isEmpty()) {
                return segment;
            }
        }
        return "";
    }

    /** Returns a path without empty segments, {@code .} and {@code ..}, as Go's {@code path.Clean} does. */
    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".")) {
                continue;
            }
            if (!segment.equals("..")) {
                segments.addLast(segment);
            } else if (!segments.isEmpty() && !segments.getLast().equals("..")) {
                segments.removeLast();
            } else if (!rooted) {
                segments.addLast(segment);
            }
        }
        StringBuilder clean = new StringBuilder(rooted ? "/" : "");
        for (Iterator<String> each = segments.iterator(); each.hasNext(); ) {
            clean.append(each.next()).append(each.hasNext() ? "/" : "");
        }
        return clean.isEmpty() ? "." : clean.toString();
    }
}
