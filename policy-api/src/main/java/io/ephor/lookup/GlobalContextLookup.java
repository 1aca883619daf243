package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers for entries of Kyverno's global context. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface GlobalContextLookup {
    /**
     * {@return the data of an entry, or of its projection where {@code projection} is not empty}
     *
     * @param name the name of the entry
     * @param projection the name of a projection of the entry; empty for the whole entry
     * @throws LookupException if there is no answer
     */
    JsonNode globalEntry(String name, String projection);
}
