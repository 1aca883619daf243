package io.ephor.engine.manifests;

import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/** What attestors came to, in Kyverno's words. Immutable. */
public sealed interface SignatureOutcome {
    /** {@return what the message of the rule says of it} */
    String text();

    /** Enough of them signed the resource. */
    record Verified(String text) implements SignatureOutcome {}

    /**
     * Too few of them signed the resource.
     *
     * @param place the place in the policy of the attestors that did not
     */
    record Refused(String text, SourceRange place) implements SignatureOutcome {}

    /**
     * There is no answer, and too few of the others signed the resource.
     *
     * @param cause what the lookup threw, or null
     */
    record Failed(String text, @Nullable Throwable cause) implements SignatureOutcome {}
}
