package io.ephor;

import java.util.List;

/**
 * Many policies and the exceptions from them, indexed by the kinds of resource that they match, so that a thousand policies cost what the ten that
 * match cost. Immutable and thread-safe. It comes from {@link PolicyEngine#set(java.util.Collection)}.
 */
public interface PolicySet {
    /** {@return the policies in the order in which they are evaluated: cluster-wide ones first, else as given} */
    List<Policy> policies();

    /** {@return the exceptions from the policies, as given} */
    List<PolicyException> exceptions();
}
