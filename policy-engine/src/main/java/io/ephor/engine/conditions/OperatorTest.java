package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** What an operator says about a key and a value. Stateless. */
@FunctionalInterface
interface OperatorTest {
    /**
     * Decides.
     *
     * @param key never null in the sense of JSON
     */
    boolean holds(Operand key, Operand value);

    /**
     * Decides about a key and a value that is written in a policy, where that takes no operand for the key.
     *
     * @param key a text, a number, or a truth value
     * @return what is certain
     */
    default Certainty ofScalar(JsonNode key, Operand value) {
        return Certainty.UNKNOWN;
    }

    /**
     * Returns what decides, asked of one key after the other, where the keys are a list and the value is written in a policy;
     * null where that needs the whole list.
     *
     * @param numbers how numbers among the keys are seen
     */
    default @Nullable ListQuestion ofKeys(Operand value, NumberView numbers) {
        return null;
    }

    /**
     * Returns what decides, asked of one element of the value after the other, where the value is a list and the key is a
     * text that is written in a policy; null where that needs the whole list.
     *
     * @param numbers how numbers in the value are seen
     */
    default @Nullable ListQuestion ofValues(String key, NumberView numbers) {
        return null;
    }
}
