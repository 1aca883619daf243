package io.ephor.engine.variables;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What queries see at one point of an evaluation: the request, the context entries, the element of a loop. Confined to
 * one thread.
 */
public interface QueryScope {
    /**
     * Asks a query that was compiled with the policy, after the context entries that its text mentions were loaded.
     *
     * @throws QueryException if there is no value
     */
    JsonNode query(Query query);

    /**
     * Asks a query whose text came up in the evaluation.
     *
     * @throws QueryException if there is no value
     */
    JsonNode query(String text);

    /**
     * Returns the operation of the request where {@code request.operation} has that value and is nothing that has to be
     * loaded; null where only a query can tell.
     */
    default @Nullable Operation operation() {
        return null;
    }

    /** Says whether the request is a DELETE: then {@code request.object} in a variable means the old object. */
    boolean deletion();
}
