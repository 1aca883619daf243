package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a value certainly satisfies a part of a pattern. Immutable and thread-safe.
 *
 * <p>An abstract class and no interface, because its methods are found faster.
 */
public abstract class Check {
    /** Creates a check. */
    protected Check() {}

    /**
     * {@return true when the value satisfies the part; false leaves every answer open}
     *
     * @param value the value
     * @param numbers how its numbers are seen
     */
    public abstract boolean passes(JsonNode value, NumberView numbers);

    /**
     * {@return where the value does not pass; null where {@link #passes} says true}
     *
     * @param value the value
     * @param numbers how its numbers are seen
     */
    public abstract @Nullable Miss miss(JsonNode value, NumberView numbers);
}
