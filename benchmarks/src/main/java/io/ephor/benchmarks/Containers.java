package io.ephor.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where the containers of a Pod are, and the shapes that every check of them relies on. */
final class Containers {
    /** The fields of a Pod's {@code spec} that hold containers; only the last must be there. */
    static final String[] KINDS = {"ephemeralContainers", "initContainers", "containers"};

    private Containers() {}

    /** Returns the place of the first value that is not of the shape that the checks ask for, or null. */
    static @Nullable String malformed(JsonNode spec) {
        if (!isMap(spec.path("securityContext"))) {
            return "/spec/securityContext";
        }
        if (!spec.has("containers")) {
            return "/spec/containers";
        }
        for (String kind : KINDS) {
            JsonNode containers = spec.path(kind);
            if (!isList(containers)) {
                return "/spec/" + kind;
            }
            for (int i = 0; i < containers.size(); i++) {
                JsonNode container = containers.get(i);
                if (!container.isObject() || !isMap(container.path("securityContext"))) {
                    return place(kind, i, "securityContext");
                }
            }
        }
        return null;
    }

    /** Says whether a value is a map, or not there. */
    static boolean isMap(JsonNode value) {
        return value.isObject() || value.isMissingNode();
    }

    /** Says whether a value is a list, or not there. */
    static boolean isList(JsonNode value) {
        return value.isArray() || value.isMissingNode();
    }

    static String place(String kind, int index, String field) {
        return "/spec/" + kind + '/' + index + '/' + field;
    }
}
