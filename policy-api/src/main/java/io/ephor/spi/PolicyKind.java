package io.ephor.spi;

import io.ephor.GroupVersionKind;
import org.jspecify.annotations.Nullable;

/** A kind of policy that another module brings. Implementations are immutable and thread-safe. */
public interface PolicyKind {
    /**
     * {@return whether this module reads documents of a kind}
     *
     * @param kind the kind that a document states
     */
    boolean reads(GroupVersionKind kind);

    /**
     * Compiles a document.
     *
     * @param source the document, for places and faults
     * @return the policy, or null if faults were reported to the source
     */
    @Nullable
    ExecutablePolicy compile(PolicySource source);
}
