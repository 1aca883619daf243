package io.ephor.engine.podsecurity;

import io.ephor.engine.podsecurity.checks.FailedCheck;
import java.util.List;

/** What the Pod Security Standards say of a resource. Immutable. */
public sealed interface PodSecurityOutcome {
    /** Nothing is wrong, or all that is wrong is excluded. */
    record Allowed() implements PodSecurityOutcome {}

    /**
     * Something is wrong.
     *
     * @param checks what is wrong, in the order of the checks, with paths from the root of the resource
     */
    record Forbidden(List<FailedCheck> checks) implements PodSecurityOutcome {
        /** Copies the list. */
        public Forbidden {
            checks = List.copyOf(checks);
        }
    }

    /**
     * It cannot be told.
     *
     * @param reason why, in Kyverno's words
     */
    record Unknown(String reason) implements PodSecurityOutcome {}
}
