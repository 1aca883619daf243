package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** Every value that is a list and whose elements pass. Immutable and thread-safe. */
public final class ElementsCheck extends Check {
    private final Check element;

    /**
     * Makes a check.
     *
     * @param element what every element passes
     */
    public ElementsCheck(Check element) {
        this.element = element;
    }

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        return miss(value, numbers) == null;
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        if (!(value instanceof ArrayNode list)) {
            return new Miss();
        }
        int size = list.size();
        for (int i = 0; i < size; i++) {
            Miss miss = element.miss(list.get(i), numbers);
            if (miss != null) {
                return miss.inside(i);
            }
        }
        return null;
    }

    /** {@return what every element passes} */
    Check element() {
        return element;
    }
}
