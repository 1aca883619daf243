package io.ephor;

/** What a failed rule means for the request. */
public enum FailureAction {
    /** The failure is reported and blocks nothing. */
    AUDIT,
    /** The failure blocks the request. */
    ENFORCE
}
