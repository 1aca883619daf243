package io.ephor;

/** A part of an evaluation. The phases run in the order of these constants, each on what the one before left. */
public enum Phase {
    /** Mutate rules change the resource. */
    MUTATE,
    /** Validate rules judge the resource. */
    VALIDATE,
    /** Generate rules make further resources. */
    GENERATE
}
