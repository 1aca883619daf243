package io.ephor.lookup;

/**
 * Verifies that a resource is what somebody signed, for {@code validate.manifests}: it has the cryptography, the engine
 * has none. Asked at most once per evaluation for the same question; implementations must be thread-safe.
 *
 * <p>Whoever signs with k8s-manifest-sigstore leaves the signed manifest and its signatures in annotations of the resource,
 * or in an OCI repository. A lookup verifies a signature with the key, and compares the resource with what was signed: what
 * Kubernetes and its controllers fill in is no difference.
 *
 * <pre>{@code
 * ManifestSignatureLookup lookup = request -> signatures.find(request.resource(), request.annotationDomain())
 *         .map(signed -> signed.verify(request.publicKey()))
 *         .orElse(ManifestVerification.refused("YAML manifest not found for this resource"));
 * }</pre>
 */
@FunctionalInterface
public interface ManifestSignatureLookup {
    /**
     * {@return whether a resource carries a valid signature of one key}
     *
     * @param request the resource, and the attestor of the policy
     * @throws LookupException if there is no answer, as for a key that cannot be read. A rule whose other attestors are
     *     enough passes nevertheless
     */
    ManifestVerification verify(ManifestSignatureRequest request);
}
