package io.ephor.engine.exceptions;

import io.ephor.PolicyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The exceptions that name a policy, in order. Immutable and thread-safe.
 *
 * @param policy how exceptions name the policy: {@code namespace/name}, or the name alone for one of the whole cluster
 * @param exceptions the exceptions
 */
public record PolicyExceptions(String policy, List<CompiledException> exceptions) {
    /** No exceptions, whatever the policy. */
    public static final PolicyExceptions NONE = new PolicyExceptions("", List.of());

    /** Copies the list. */
    public PolicyExceptions {
        exceptions = List.copyOf(exceptions);
    }

    /** Returns those of some exceptions that name a policy. What other modules compiled concerns policies of theirs. */
    public static PolicyExceptions of(String policy, Collection<? extends PolicyException> exceptions) {
        List<CompiledException> naming = new ArrayList<>();
        for (PolicyException exception : exceptions) {
            if (exception instanceof CompiledException compiled && compiled.namesPolicy(policy)) {
                naming.add(compiled);
            }
        }
        return naming.isEmpty() ? NONE : new PolicyExceptions(policy, naming);
    }

    /** {@return whether no exception names the policy} */
    public boolean isEmpty() {
        return exceptions.isEmpty();
    }

    /** Returns these exceptions with others from the same policy behind them. */
    public PolicyExceptions and(PolicyExceptions others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        List<CompiledException> all = new ArrayList<>(exceptions);
        all.addAll(others.exceptions);
        return new PolicyExceptions(policy, all);
    }

    /** Returns the exceptions that name a rule of the policy, in order. */
    public List<CompiledException> ofRule(String rule) {
        if (isEmpty()) {
            return List.of();
        }
        List<CompiledException> naming = new ArrayList<>();
        for (CompiledException exception : exceptions) {
            if (exception.names(policy, rule)) {
                naming.add(exception);
            }
        }
        return naming;
    }
}
