package io.ephor.engine.context;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.lookup.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched for a context entry: a value, or the body of a response that may turn out to be none. Immutable.
 *
 * @param value the value; null where there is a body
 * @param body the body; null where there is a value
 */
record Fetched(@Nullable JsonNode value, @Nullable ResponseBody body) {
    static Fetched of(JsonNode value) {
        return new Fetched(value, null);
    }

    static Fetched of(ResponseBody body) {
        return new Fetched(null, body);
    }
}
