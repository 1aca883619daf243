package io.ephor.engine.podsecurity.checks;

import io.ephor.engine.podsecurity.pod.Pod;
import org.jspecify.annotations.Nullable;

/** A control of the Pod Security Standards, with all its revisions. Immutable and thread-safe. */
public interface PodCheck {
    /** {@return the name of the check, as Kubernetes has it} */
    String id();

    /** {@return whether the level {@code baseline} has the check; the level {@code restricted} has all of them} */
    boolean isBaseline();

    /**
     * Judges a pod. A version that is older than the first revision of the check has that revision.
     *
     * @param pod the pod
     * @param minor the minor version of Kubernetes whose standards are meant
     * @return what is wrong, or null if nothing is
     */
    @Nullable
    FailedCheck check(Pod pod, int minor);
}
