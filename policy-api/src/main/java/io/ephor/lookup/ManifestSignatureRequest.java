package io.ephor.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * A question whether a resource carries a valid signature of one key. Immutable and thread-safe, as long as nobody writes to
 * the nodes in it.
 */
public final class ManifestSignatureRequest {
    /** The domain of the annotations of a signature, where the policy states no other. */
    public static final String DEFAULT_ANNOTATION_DOMAIN = "cosign.sigstore.dev";

    private final JsonNode resource;
    private final JsonNode attestor;
    private final String annotationDomain;
    private final String repository;
    private final String rekorUrl;

    /**
     * Makes a request.
     *
     * @param resource the resource, as the request has it
     * @param attestor the entry of the policy, with one key in {@code keys.publicKeys}
     * @param annotationDomain the domain of the annotations that hold manifest and signatures
     * @param repository the OCI repository with the signed manifest; empty for the annotations of the resource
     * @param rekorUrl the URL of the transparency log; empty where the policy states none
     */
    public ManifestSignatureRequest(
            JsonNode resource, JsonNode attestor, String annotationDomain, String repository, String rekorUrl) {
        this.resource = Objects.requireNonNull(resource, "resource");
        this.attestor = Objects.requireNonNull(attestor, "attestor");
        this.annotationDomain = Objects.requireNonNull(annotationDomain, "annotationDomain");
        this.repository = Objects.requireNonNull(repository, "repository");
        this.rekorUrl = Objects.requireNonNull(rekorUrl, "rekorUrl");
    }

    /** {@return the resource, as the request has it; never written to} */
    public JsonNode resource() {
        return resource;
    }

    /**
     * {@return the entry of the policy: {@code keys}, and what it states besides, such as {@code signatureAlgorithm} or
     * {@code keys.ctlog}} An entry that states several keys becomes one for each of them.
     */
    public JsonNode attestor() {
        return attestor;
    }

    /**
     * {@return the key: {@code keys.publicKeys} of the attestor, without the white space around it} It is in PEM, or whatever
     * else the policy states there; variables have no meaning in it.
     */
    public String publicKey() {
        return Objects.requireNonNullElse(
                attestor.path("keys").path("publicKeys").textValue(), "");
    }

    /**
     * {@return the domain of the annotations that hold manifest and signatures} With {@code cosign.sigstore.dev}, which it is
     * where the policy states none, they are {@code cosign.sigstore.dev/message} and {@code cosign.sigstore.dev/signature}.
     */
    public String annotationDomain() {
        return annotationDomain;
    }

    /**
     * {@return the OCI repository with the signed manifest; empty for the annotations of the resource} It is that of the
     * attestor, otherwise of one that was asked before it, otherwise of the policy, as Kyverno has it.
     */
    public String repository() {
        return repository;
    }

    /**
     * {@return the URL of the transparency log; empty where the policy states none} It is that of the attestor, otherwise of
     * one that was asked before it, as Kyverno has it.
     */
    public String rekorUrl() {
        return rekorUrl;
    }

    /** {@return the key} */
    @Override
    public String toString() {
        return publicKey();
    }
}
