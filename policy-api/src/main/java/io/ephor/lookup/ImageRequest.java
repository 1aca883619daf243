package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question for the metadata of an image. Immutable and thread-safe, as long as nobody writes to the credentials. */
public final class ImageRequest {
    private final String reference;
    private final String namespace;
    private final @Nullable JsonNode credentials;

    /**
     * Makes a request.
     *
     * @param reference the image reference as the resource or the policy states it
     * @param namespace the namespace of the request, where pull secrets are looked for; empty where there is none
     * @param credentials {@code imageRegistryCredentials} of the policy, or null where it states none
     */
    public ImageRequest(String reference, String namespace, @Nullable JsonNode credentials) {
        this.reference = Objects.requireNonNull(reference, "reference");
        this.namespace = Objects.requireNonNull(namespace, "namespace");
        this.credentials = credentials;
    }

    /** {@return the image reference as the resource or the policy states it} */
    public String reference() {
        return reference;
    }

    /** {@return the namespace of the request, where pull secrets are looked for; empty where there is none} */
    public String namespace() {
        return namespace;
    }

    /**
     * {@return {@code imageRegistryCredentials} of the policy, with {@code allowInsecureRegistry}, {@code providers} and
     * {@code secrets}; null where it states none}
     */
    public @Nullable JsonNode credentials() {
        return credentials;
    }

    /** {@return the image reference} */
    @Override
    public String toString() {
        return reference;
    }
}
