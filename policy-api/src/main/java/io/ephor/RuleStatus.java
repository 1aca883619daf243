package io.ephor;

import java.util.Locale;

/** How a rule ended. A rule that did not match the resource has no result at all. */
public enum RuleStatus {
    /** The resource satisfies the rule. */
    PASS,
    /** The resource violates the rule. */
    FAIL,
    /** The violation was downgraded to a warning; only reports do so, an evaluation never yields it. */
    WARN,
    /** The rule could not be evaluated. */
    ERROR,
    /** The rule decided not to judge the resource: a precondition, an anchor or an exception. */
    SKIP;

    /** {@return the status as Kyverno writes it, in lower case} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
