package io.ephor;

/** The operation of an admission request. */
public enum Operation {
    CREATE,
    UPDATE,
    DELETE,
    CONNECT
}
