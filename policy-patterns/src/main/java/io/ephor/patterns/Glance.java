package io.ephor.patterns;

/** What the fast pass sees of one node. Every constant but {@link #UNSURE} is certain. */
enum Glance {
    PASS,
    /** A mismatch that is no skip. */
    FAIL,
    /** A conditional or global anchor itself did not match. */
    DIRECT_SKIP,
    /** A map or a list was left because of skips inside. */
    WRAPPED_SKIP,
    /** Only the slow pass can tell; goes up through every node unchanged. */
    UNSURE
}
