package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where the value of a context entry comes from. Of several that one entry states the first one counts. */
enum EntryKind {
    CONFIG_MAP("configMap"),
    API_CALL("apiCall"),
    GLOBAL_REFERENCE("globalReference"),
    IMAGE_REGISTRY("imageRegistry"),
    VARIABLE("variable");

    private final String field;

    EntryKind(String field) {
        this.field = field;
    }

    /** Returns the field of an entry that states the kind. */
    String field() {
        return field;
    }

    /** Returns the kind of an entry; null where it states none. */
    static @Nullable EntryKind of(JsonNode entry) {
        for (EntryKind kind : values()) {
            if (entry.path(kind.field).isObject()) {
                return kind;
            }
        }
        return null;
    }
}
