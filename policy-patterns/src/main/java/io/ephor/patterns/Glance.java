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
    /** A mismatch of which only the slow pass can tell whether it is a skip. */
    FAIL_OR_SKIP,
    /** Only the slow pass can tell, even whether it is a match; goes up through every node unchanged. */
    UNSURE;

    boolean skips() {
        return this == DIRECT_SKIP || this == WRAPPED_SKIP;
    }
}
