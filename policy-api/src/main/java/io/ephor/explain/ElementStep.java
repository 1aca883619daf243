package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a loop.
 *
 * @param source the place of the loop in the policy
 * @param index the position of the element in its list
 * @param element the element
 * @param at where the element stands in the resource; null where that is not known
 * @param steps what was done with the element
 * @param outcome how that ended, such as {@code pass} or {@code passed over}
 */
public record ElementStep(
        SourceRange source,
        int index,
        JsonNode element,
        @Nullable String at,
        List<Step> steps,
        String outcome) implements Step {
    /**
     * Copies the list.
     *
     * @param source the place of the loop in the policy
     * @param index the position of the element in its list
     * @param element the element
     * @param at where the element stands in the resource; null where that is not known
     * @param steps what was done with the element
     * @param outcome how that ended, such as {@code pass} or {@code passed over}
     */
    public ElementStep {
        steps = List.copyOf(steps);
    }
}
