package io.ephor.engine.podsecurity.typed;

/**
 * A field of a structure. Immutable.
 *
 * @param name the name in JSON
 * @param path the name after that of the embedded structure in which it stands, if it stands in one
 * @param type the type of the value
 */
record GoField(String name, String path, GoType type) {}
