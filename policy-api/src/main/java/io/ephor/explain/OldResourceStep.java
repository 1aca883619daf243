package io.ephor.explain;

import io.ephor.values.SourceRange;
import java.util.List;

/**
 * The old resource of an update, judged as if it were created: an update may go on violating what was violated before.
 *
 * @param source the place of the rule in the policy
 * @param matched whether the rule concerns the old resource; where not, nothing is compared
 * @param steps what was done with the old resource
 * @param outcome how that ended, such as {@code fail}
 */
public record OldResourceStep(SourceRange source, boolean matched, List<Step> steps, String outcome) implements Step {
    /**
     * Copies the list.
     *
     * @param source the place of the rule in the policy
     * @param matched whether the rule concerns the old resource; where not, nothing is compared
     * @param steps what was done with the old resource
     * @param outcome how that ended, such as {@code fail}
     */
    public OldResourceStep {
        steps = List.copyOf(steps);
    }
}
