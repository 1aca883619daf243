package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.engine.variables.QueryException;
import org.jspecify.annotations.Nullable;

/** The images of a resource, or why they cannot be told. Immutable. */
record ImagesOfResource(@Nullable JsonNode value, @Nullable QueryException fault) {
    static ImagesOfResource of(@Nullable JsonNode resource) {
        return new ImagesOfResource(JsonNodeFactory.instance.objectNode(), null);
    }

    /** Returns the images; an object without keys where there are none. */
    JsonNode orThrow() {
        if (fault != null) {
            throw fault;
        }
        return value == null ? JsonNodeFactory.instance.objectNode() : value;
    }
}
