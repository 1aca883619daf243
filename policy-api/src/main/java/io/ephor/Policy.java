package io.ephor;

import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Map;

/**
 * A loaded policy: compiled, immutable and thread-safe. It comes from {@link PolicyEngine#load(String, String)} and is
 * given back to the engine for evaluation.
 */
public interface Policy {
    /** {@return the kind as written, such as {@code ClusterPolicy}} */
    String kind();

    /** {@return the name of the policy} */
    String name();

    /** {@return the namespace of the policy; empty for a cluster-wide one} */
    String namespace();

    /** {@return the annotations of the policy in the order of the document} */
    Map<String, String> annotations();

    /** {@return the names of the rules as written, in order; without those that autogen derives} */
    List<String> ruleNames();

    /**
     * {@return how many rules the policy has when those that autogen derives are counted too; by default those of
     * {@link #ruleNames()}}
     */
    default int ruleCount() {
        return ruleNames().size();
    }

    /** {@return what deserves attention but did not stop the policy from loading} */
    List<Diagnostic> warnings();

    /** {@return the place of the policy in its source} */
    SourceRange source();
}
