package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;

/**
 * A single pattern that is compared with a single value. Immutable and thread-safe.
 *
 * <p>Kyverno: {@code pkg/engine/pattern/pattern.go}
 */
public sealed interface LeafPattern permits BooleanLeaf, IntegerLeaf, FloatLeaf, NullLeaf, TextLeaf, MapLeaf, NoLeaf {
    /**
     * Compiles a pattern. A map says only that the value is a map, a list says no to everything.
     *
     * @param pattern the leaf of a pattern, as written
     * @param numbers how the pattern is seen if it is a number
     * @return the compiled leaf
     */
    static LeafPattern compile(JsonNode pattern, NumberView numbers) {
        return switch (pattern.getNodeType()) {
            case BOOLEAN -> new BooleanLeaf(pattern.booleanValue());
            case NUMBER ->
                JsonNumber.isInteger(pattern, numbers)
                        ? new IntegerLeaf(pattern.longValue())
                        : new FloatLeaf(JsonNumber.doubleValue(pattern));
            case STRING -> TextLeaf.compile(pattern.textValue());
            case NULL, MISSING -> NullLeaf.INSTANCE;
            case OBJECT -> MapLeaf.INSTANCE;
            case ARRAY, BINARY, POJO -> NoLeaf.INSTANCE;
        };
    }

    /**
     * {@return whether a value satisfies this pattern} A list satisfies none: its elements are asked one by one.
     *
     * @param value the value, a JSON null if there is none
     * @param numbers how the value is seen if it is a number
     */
    boolean matches(JsonNode value, NumberView numbers);
}
