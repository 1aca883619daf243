package io.ephor;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** {@return how exceptions and tables call the policy: {@code namespace/name}, or the name alone for a cluster-wide one} */
    default String key() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

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

    /**
     * {@return what failures of the policy mean as a whole for a resource: the action of the first rule that states one,
     * otherwise that of the policy} Reports show it; whether a request is blocked is decided rule by rule
     * ({@link RuleResult#failureAction()}). By default failures are audited.
     *
     * <p>Kyverno: pkg/engine/api/engineresponse.go
     *
     * @param resource the resource, whose namespace decides on overrides
     * @param context the context of its evaluation
     */
    default FailureAction failureAction(JsonNode resource, EvaluationContext context) {
        return FailureAction.AUDIT;
    }

    /** {@return the phases in which the policy has something to say; only validation unless it says otherwise} */
    default Set<Phase> phases() {
        return Set.of(Phase.VALIDATE);
    }

    /**
     * {@return the names of the rules that a host evaluates for all triggers that exist already when the policy is created or
     * changed, as {@code mutateExistingOnPolicyUpdate} asks for; by default none}
     *
     * <p>Kyverno: pkg/policy/mutate.go
     */
    default List<String> rulesOnPolicyUpdate() {
        return List.of();
    }

    /** {@return what deserves attention but did not stop the policy from loading} */
    List<Diagnostic> warnings();

    /** {@return the place of the policy in its source} */
    SourceRange source();
}
