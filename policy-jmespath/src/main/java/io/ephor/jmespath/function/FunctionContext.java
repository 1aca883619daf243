package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/** What a call may use beyond its arguments. One context belongs to one search and one thread. */
public interface FunctionContext {
    /**
     * Evaluates an argument of the form {@code &expression} with another current value.
     *
     * @param reference an argument of type {@link ArgumentType#EXPRESSION}
     * @return the result; null for a missing key
     */
    JsonNode evaluate(JsonNode reference, JsonNode current);

    /** Returns how many characters a text may have that a function makes. */
    int textLength();

    /**
     * Returns the time, the same for the whole search.
     *
     * @throws FunctionException if none was given
     */
    Instant now();

    /** Returns the zone of local time. */
    ZoneId zone();

    /**
     * Returns the source of random numbers of the search.
     *
     * @throws FunctionException if none was given
     */
    RandomGenerator random();

    /**
     * Returns the source of the addresses of hosts.
     *
     * @throws FunctionException if none was given
     */
    HostResolver hosts();

    /** Returns how image references without a registry are read. */
    ImageDefaults images();
}
