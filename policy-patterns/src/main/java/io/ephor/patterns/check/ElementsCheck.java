package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;

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
        if (!(value instanceof ArrayNode list)) {
            return false;
        }
        int size = list.size();
        for (int i = 0; i < size; i++) {
            if (!element.passes(list.get(i), numbers)) {
                return false;
            }
        }
        return true;
    }

    static ElementsCheck merged(List<ElementsCheck> checks) {
        List<Check> elements = new ArrayList<>(checks.size());
        for (ElementsCheck check : checks) {
            elements.add(check.element);
        }
        return new ElementsCheck(all(elements));
    }
}
