package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Answers for entries of Kyverno's global context. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface GlobalContextLookup {
    /**
     * {@return the data of an entry, or of its projection where {@code projection} is not empty; null where there is no
     * such entry}
     *
     * @param name the name of the entry
     * @param projection the name of a projection of the entry; empty for the whole entry
     * @throws LookupException if the entry has no answer, such as when it has not such a projection
     */
    @Nullable
    JsonNode globalEntry(String name, String projection);
}
