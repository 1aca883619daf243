package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Verifies signatures and attestations of container images. Asked at most once per evaluation for the same question;
 * implementations must be thread-safe.
 */
@FunctionalInterface
public interface SignatureLookup {
    /**
     * Verifies an image against one attestor.
     *
     * @param reference the image reference
     * @param attestor the attestor as the policy describes it
     * @return the verified digest, such as {@code sha256:…}
     * @throws LookupException if the image is not verified or there is no answer
     */
    String verify(String reference, JsonNode attestor);
}
