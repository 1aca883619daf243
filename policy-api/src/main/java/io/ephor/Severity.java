package io.ephor;

/** How much a diagnostic matters. */
public enum Severity {
    /** The document was refused. */
    ERROR,
    /** The document was accepted, but deserves attention. */
    WARNING
}
