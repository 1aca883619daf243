package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers for the metadata of container images. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ImageLookup {
    /**
     * {@return {@code image}, {@code resolvedImage}, {@code registry}, {@code repository}, {@code identifier}, {@code manifest} and
     * {@code configData} of an image reference}
     *
     * @param reference the image reference as the resource or the policy states it
     * @throws LookupException if there is no answer
     */
    JsonNode image(String reference);
}
