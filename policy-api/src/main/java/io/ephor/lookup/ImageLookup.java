package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Answers for the metadata of container images. Asked at most once per evaluation for the same question; implementations must be
 * thread-safe.
 */
@FunctionalInterface
public interface ImageLookup {
    /**
     * {@return {@code image}, {@code resolvedImage}, {@code registry}, {@code repository}, {@code identifier},
     * {@code manifestList} (null where the image is for one platform only), {@code manifest} and {@code configData}}
     *
     * @param request the image
     * @throws LookupException if there is no answer
     */
    JsonNode image(ImageRequest request);
}
