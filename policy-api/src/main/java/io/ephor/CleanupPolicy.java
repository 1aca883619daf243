package io.ephor;

import io.ephor.values.SourceRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A loaded cleanup policy, of the kind {@code CleanupPolicy} or {@code ClusterCleanupPolicy}: it says which resources are
 * deleted, and when somebody should look. Compiled, immutable and thread-safe. It comes from
 * {@link PolicyEngine#loadAll(String, String)} and is given back to {@link PolicyEngine#shouldDelete}; nothing is ever
 * deleted here.
 *
 * <p>Kyverno: api/kyverno/v2/cleanup_policy_types.go
 */
public interface CleanupPolicy {
    /** {@return the kind as written, {@code CleanupPolicy} or {@code ClusterCleanupPolicy}} */
    String kind();

    /** {@return the name of the policy} */
    String name();

    /** {@return the namespace whose resources the policy concerns; empty where it concerns those of the whole cluster} */
    String namespace();

    /** {@return what the policy is called: {@code namespace/name}, or the name alone where it has no namespace} */
    default String key() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

    /** {@return the annotations of the policy in the order of the document} */
    Map<String, String> annotations();

    /** {@return the schedule as written: five fields, or a name such as {@code @daily}} */
    String schedule();

    /** {@return what becomes of the resources that a deleted resource owns, or null where Kubernetes decides} */
    @Nullable
    PropagationPolicy propagationPolicy();

    /**
     * {@return when the policy runs next in UTC, which is the time zone of nearly every cluster}
     *
     * @param after the time of the last run, otherwise of the creation of the policy
     * @see #nextExecution(Instant, ZoneId)
     */
    default Optional<Instant> nextExecution(Instant after) {
        return nextExecution(after, ZoneOffset.UTC);
    }

    /**
     * {@return when the policy runs next, always later than a given time; empty where the schedule names no date until the
     * end of 2099, or cannot be run, of which a warning tells} Where clocks are set forward, a time that does not exist is an
     * hour later in zones east of Greenwich and an hour earlier in those west of it; where they are set back, the
     * hour that comes twice counts once.
     *
     * @param after the time of the last run, otherwise of the creation of the policy
     * @param zone the time zone of the container in which Kyverno runs
     */
    Optional<Instant> nextExecution(Instant after, ZoneId zone);

    /** {@return what deserves attention but did not stop the policy from loading} */
    List<Diagnostic> warnings();

    /** {@return the place of the policy in its source} */
    SourceRange source();
}
