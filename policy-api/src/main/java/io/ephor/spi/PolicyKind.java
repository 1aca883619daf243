package io.ephor.spi;

import io.ephor.GroupVersionKind;
import org.jspecify.annotations.Nullable;

/** A kind of policy that another module brings. Implementations are immutable and thread-safe. */
public interface PolicyKind {
    /** Says whether this module reads documents of a kind. */
    boolean reads(GroupVersionKind kind);

    /**
     * Compiles a document.
     *
     * @return the policy, or null if faults were reported to the source
     */
    @Nullable
    ExecutablePolicy compile(PolicySource source);
}
