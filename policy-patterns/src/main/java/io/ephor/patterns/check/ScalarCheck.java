package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.patterns.leaf.LeafPattern;
import io.ephor.values.NumberView;
import org.jspecify.annotations.Nullable;

/** The value satisfies a scalar of a pattern; a list does when every element does, so an empty one always. */
public final class ScalarCheck extends Check {
    private final LeafPattern leaf;

    /**
     * Makes a check.
     *
     * @param leaf the scalar
     */
    public ScalarCheck(LeafPattern leaf) {
        this.leaf = leaf;
    }

    @Override
    public boolean passes(JsonNode value, NumberView numbers) {
        // a list satisfies no leaf itself
        return leaf.matches(value, numbers) || (value instanceof ArrayNode list && allPass(list, numbers));
    }

    @Override
    public @Nullable Miss miss(JsonNode value, NumberView numbers) {
        return passes(value, numbers) ? null : new Miss();
    }

    private boolean allPass(ArrayNode list, NumberView numbers) {
        for (int i = 0; i < list.size(); i++) {
            if (!leaf.matches(list.get(i), numbers)) {
                return false;
            }
        }
        return true;
    }
}
