package io.ephor;

import io.ephor.values.SourceRange;
import java.util.List;

/**
 * A loaded policy exception: it keeps some resources from being judged by some rules. Compiled, immutable and
 * thread-safe. It comes from {@link PolicyEngine#loadAll(String, String)} and is given to a set of policies or to the
 * context of an evaluation.
 *
 * <p>It names policies by their names, those of a namespace as {@code namespace/name}, and rules by patterns of the names
 * that results state; {@code check} does not name the derived rule {@code autogen-check}, {@code *check} names both.
 *
 * <p>Kyverno: api/kyverno/v2/policy_exception_types.go
 */
public interface PolicyException {
    /** {@return the name of the exception} */
    String name();

    /** {@return the namespace of the exception; empty where it has none} */
    String namespace();

    /** {@return what results call the exception: {@code namespace/name}, or the name alone where it has no namespace} */
    default String key() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

    /**
     * {@return whether the exception also holds in background scans} Evaluations don't know whether they are part of one:
     * whoever scans leaves out the exceptions for which this is false.
     */
    boolean background();

    /** {@return what deserves attention but did not stop the exception from loading} */
    List<Diagnostic> warnings();

    /** {@return the place of the exception in its source} */
    SourceRange source();
}
