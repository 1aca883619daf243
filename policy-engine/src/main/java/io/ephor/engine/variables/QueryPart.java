package io.ephor.engine.variables;

import java.util.List;

/** A part of what queries see that is at hand without the whole: most queries look at nothing else. */
public enum QueryPart {
    OBJECT("request", "object"),
    OPERATION("request", "operation"),
    ELEMENT("element"),
    ELEMENT_INDEX("elementIndex");

    private final List<String> path;

    QueryPart(String... path) {
        this.path = List.of(path);
    }

    /** {@return the keys that lead to the part} */
    List<String> path() {
        return path;
    }
}
