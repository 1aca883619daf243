package io.ephor.engine.conditions;

/** What the fast pass knows of conditions. */
public enum Certainty {
    /** They hold. */
    YES,
    /** They do not hold. */
    NO,
    /** Only {@link CompiledConditions#evaluate} can tell: perhaps they have no answer. */
    UNKNOWN;

    static Certainty of(boolean holds) {
        return holds ? YES : NO;
    }
}
