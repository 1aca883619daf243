package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers for the metadata of container images. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ImageLookup {
    /**
     * Returns {@code image}, {@code resolvedImage}, {@code registry}, {@code repository}, {@code identifier}, {@code manifest} and
     * {@code configData} of an image reference.
     *
     * @throws LookupException if there is no answer
     */
    JsonNode image(String reference);
}
