package io.ephor;

/** The operation of an admission request. */
public enum Operation {
    /** The resource comes into being. */
    CREATE,
    /** The resource takes the place of an older one. */
    UPDATE,
    /** The resource goes away. */
    DELETE,
    /** A connection to the resource is opened. */
    CONNECT
}
