package io.ephor.patterns.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * {@return a check that a value passes when it passes all of these} What they ask of the same fields and elements is
     * asked together.
     *
     * @param checks the checks, at least one
     */
    public static Check all(List<Check> checks) {
        if (checks.size() == 1) {
            return checks.get(0);
        }
        List<FieldsCheck> fields = new ArrayList<>();
        List<ElementsCheck> elements = new ArrayList<>();
        List<Check> merged = new ArrayList<>();
        for (Check check : checks) {
            if (check instanceof FieldsCheck other) {
                fields.add(other);
            } else if (check instanceof ElementsCheck other) {
                elements.add(other);
            } else {
                merged.add(check);
            }
        }
        if (!fields.isEmpty()) {
            merged.add(FieldsCheck.merged(fields));
        }
        if (!elements.isEmpty()) {
            merged.add(ElementsCheck.merged(elements));
        }
        return merged.size() == 1 ? merged.get(0) : new AllCheck(merged);
    }
}
