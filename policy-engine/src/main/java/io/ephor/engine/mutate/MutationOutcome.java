package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a mutate rule, or an element of one of its loops, made of an object. */
public sealed interface MutationOutcome {
    /**
     * The object was changed.
     *
     * @param object what it became; shares what did not change
     */
    record Changed(JsonNode object) implements MutationOutcome {}

    /**
     * The object is as it was.
     *
     * @param message why
     */
    record Unchanged(String message) implements MutationOutcome {}

    /**
     * The object could not be changed.
     *
     * @param message why
     * @param cause the exception of a lookup, or null
     */
    record Failed(String message, @Nullable Throwable cause) implements MutationOutcome {}
}
