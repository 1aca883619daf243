package io.ephor;

/** A part of an evaluation. The phases run in the order of these constants, each on what the one before left. */
public enum Phase {
    /** Mutate rules change the resource. */
    MUTATE,
    /**
     * Mutate rules with {@code targets} change resources that exist already, in the order of all mutate rules. A cluster
     * does so in the background, after it let the request through: it is no part of an admission.
     */
    MUTATE_EXISTING,
    /** Validate rules judge the resource. */
    VALIDATE,
    /** Generate rules make further resources. */
    GENERATE
}
