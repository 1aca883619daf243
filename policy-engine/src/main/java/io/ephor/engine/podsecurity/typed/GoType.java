package io.ephor.engine.podsecurity.typed;

import org.jspecify.annotations.Nullable;

/**
 * The type of a field. Immutable.
 *
 * @param kind how values are read
 * @param name the name of the type in Go, such as {@code []v1.Container}
 * @param element the type of the elements of a list or a map, otherwise null
 * @param structure the fields of a structure, otherwise null
 */
record GoType(
        Kind kind,
        String name,
        @Nullable GoType element,
        @Nullable GoStructure structure) {
    static GoType simple(Kind kind, String name) {
        return new GoType(kind, name, null, null);
    }

    /** {@return what stands for null as an element of a list or a map} */
    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** How values are read. */
    enum Kind {
        TEXT,
        BOOLEAN,
        INT32,
        INT64,
        STRUCTURE,
        LIST,
        MAP,
        TIME,
        QUANTITY,
        INTEGER_OR_TEXT,
        ANYTHING
    }
}
