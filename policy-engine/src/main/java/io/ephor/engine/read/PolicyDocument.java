package io.ephor.engine.read;

import io.ephor.GroupVersionKind;
import io.ephor.engine.cleanup.CleanupDefinition;
import io.ephor.engine.exceptions.ExceptionDefinition;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a text: a policy, exception or cleanup policy that was read, one with faults, or something else that another module may know.
 * Used by one thread, during one load.
 */
public final class PolicyDocument {
    private static final List<String> POLICY_GROUPS =
            List.of("kyverno.io", "policies.kyverno.io", "admissionregistration.k8s.io");

    private final GroupVersionKind kind;
    private final DocumentFaults faults;
    private final @Nullable PolicyDefinition definition;
    private final @Nullable ExceptionDefinition exception;
    private final @Nullable CleanupDefinition cleanup;

    private PolicyDocument(
            GroupVersionKind kind,
            DocumentFaults faults,
            @Nullable PolicyDefinition definition,
            @Nullable ExceptionDefinition exception,
            @Nullable CleanupDefinition cleanup) {
        this.kind = kind;
        this.faults = faults;
        this.definition = definition;
        this.exception = exception;
        this.cleanup = cleanup;
    }

    /** Returns the document of a policy. */
    static PolicyDocument of(GroupVersionKind kind, DocumentFaults faults, PolicyDefinition policy) {
        return new PolicyDocument(kind, faults, policy, null, null);
    }

    /** Returns the document of a policy exception. */
    static PolicyDocument of(GroupVersionKind kind, DocumentFaults faults, ExceptionDefinition exception) {
        return new PolicyDocument(kind, faults, null, exception, null);
    }

    /** Returns the document of a cleanup policy. */
    static PolicyDocument of(GroupVersionKind kind, DocumentFaults faults, CleanupDefinition cleanup) {
        return new PolicyDocument(kind, faults, null, null, cleanup);
    }

    /** Returns a document that was refused, or is of another kind. */
    static PolicyDocument other(GroupVersionKind kind, DocumentFaults faults) {
        return new PolicyDocument(kind, faults, null, null, null);
    }

    /** {@return what the document says it is} */
    public GroupVersionKind kind() {
        return kind;
    }

    /** {@return the document with its places and what was found in it so far; compilers report there as well} */
    public DocumentFaults faults() {
        return faults;
    }

    /**
     * {@return the policy, or null where the document could not be read or is of another kind} It may have faults all the
     * same, of which the collector knows.
     */
    public @Nullable PolicyDefinition definition() {
        return definition;
    }

    /** {@return the policy exception, or null where the document was refused or is of another kind} */
    public @Nullable ExceptionDefinition exception() {
        return exception;
    }

    /** {@return the cleanup policy, or null where the document was refused or is of another kind} */
    public @Nullable CleanupDefinition cleanup() {
        return cleanup;
    }

    /** {@return whether the document is none of the kinds that are read here, so that another module may be asked} */
    public boolean isOfOtherKind() {
        return definition == null && exception == null && cleanup == null && !faults.hasErrors();
    }

    /** Refuses a document of another kind that no module reads. */
    public void refuseOtherKind() {
        if (POLICY_GROUPS.contains(kind.group())) {
            faults.report(Fault.unsupported(kind.kind(), "/kind"));
            return;
        }
        faults.error("unknown-kind", "/kind", "`" + kind.kind() + "` is not a kind of policy");
    }
}
