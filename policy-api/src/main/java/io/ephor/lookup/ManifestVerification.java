package io.ephor.lookup;

import java.util.Objects;

/** The answer to whether a resource carries a valid signature. Immutable and thread-safe. */
public final class ManifestVerification {
    private final boolean verified;
    private final String text;

    private ManifestVerification(boolean verified, String text) {
        this.verified = verified;
        this.text = text;
    }

    /**
     * {@return the answer that the resource is what was signed}
     *
     * @param signer who signed, as the message of the rule shows it; empty where only the key is known
     */
    public static ManifestVerification verified(String signer) {
        return new ManifestVerification(true, Objects.requireNonNull(signer, "signer"));
    }

    /**
     * {@return the answer that the resource is not signed, not by this attestor, or not as it is now}
     *
     * @param reason why, as the message of the rule shows it behind the path of the attestor. Kyverno has texts such as
     *     {@code YAML manifest not found for this resource: message not found}, {@code failed to verify signature.} and
     *     {@code failed to verify signature. diff found; …}
     */
    public static ManifestVerification refused(String reason) {
        return new ManifestVerification(false, Objects.requireNonNull(reason, "reason"));
    }

    /** {@return whether the resource is what was signed} */
    public boolean isVerified() {
        return verified;
    }

    /** {@return who signed; empty where only the key is known, and where nothing was verified} */
    public String signer() {
        return verified ? text : "";
    }

    /** {@return why nothing was verified; empty where something was} */
    public String reason() {
        return verified ? "" : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestVerification that && verified == that.verified && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verified, text);
    }

    /** {@return such as {@code verified, signed by ada@example.com} or {@code refused: failed to verify signature.}} */
    @Override
    public String toString() {
        if (!verified) {
            return "refused: " + text;
        }
        return text.isEmpty() ? "verified" : "verified, signed by " + text;
    }
}
