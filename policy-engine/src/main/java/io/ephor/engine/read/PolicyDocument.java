package io.ephor.engine.read;

import io.ephor.GroupVersionKind;
import io.ephor.engine.source.DocumentFaults;
import io.ephor.engine.source.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a text: a policy that was read, a policy with faults, or something else that another module may know.
 * Used by one thread, during one load.
 */
public final class PolicyDocument {
    private static final List<String> POLICY_GROUPS =
            List.of("kyverno.io", "policies.kyverno.io", "admissionregistration.k8s.io");

    private final GroupVersionKind kind;
    private final DocumentFaults faults;
    private final @Nullable PolicyDefinition definition;

    PolicyDocument(GroupVersionKind kind, DocumentFaults faults, @Nullable PolicyDefinition definition) {
        this.kind = kind;
        this.faults = faults;
        this.definition = definition;
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
     * {@return the policy, or null where the document was refused or is of another kind}
     */
    public @Nullable PolicyDefinition definition() {
        return definition;
    }

    /** {@return whether the document is none of the kinds that are read here, so that another module may be asked} */
    public boolean isOfOtherKind() {
        return definition == null && !faults.hasErrors();
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
