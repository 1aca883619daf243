package io.ephor.test;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for the world outside in a test. Immutable.
 *
 * @param apiCalls the answers to calls of the API server and of services
 * @param globalEntries the entries of the global context
 */
public record TestMocks(List<ApiCall> apiCalls, List<GlobalEntry> globalEntries) {
    /**
     * Copies the lists.
     *
     * @param apiCalls the answers to calls of the API server and of services
     * @param globalEntries the entries of the global context
     */
    public TestMocks {
        apiCalls = List.copyOf(apiCalls);
        globalEntries = List.copyOf(globalEntries);
    }

    /**
     * The answer to a call.
     *
     * @param method {@code GET} or {@code POST}; empty for either
     * @param target the URL of a service, or a path of the API server
     * @param status the HTTP status
     * @param body the body, an object
     */
    public record ApiCall(String method, String target, int status, JsonNode body) {}

    /**
     * An entry of the global context.
     *
     * @param name the name of the entry
     * @param value the entry, or null where {@code files} hold its resources
     * @param files files with the resources that are the entry, relative to the manifest
     * @param fieldPath an expression that picks a part of the entry; empty for all of it
     * @param projections expressions on that part by their names; where there are any, the entry is an object of them
     * @param range where the entry is written
     */
    public record GlobalEntry(
            String name,
            @Nullable JsonNode value,
            List<String> files,
            String fieldPath,
            Map<String, String> projections,
            SourceRange range) {
        /**
         * Copies list and map.
         *
         * @param name the name of the entry
         * @param value the entry, or null where {@code files} hold its resources
         * @param files files with the resources that are the entry, relative to the manifest
         * @param fieldPath an expression that picks a part of the entry; empty for all of it
         * @param projections expressions on that part by their names
         * @param range where the entry is written
         */
        public GlobalEntry {
            files = List.copyOf(files);
            projections = Map.copyOf(projections);
        }
    }
}
