package io.ephor.explain;

import io.ephor.values.PatchOperation;
import io.ephor.values.SourceRange;
import java.util.List;

/**
 * What a mutate rule changed.
 *
 * @param source the place of the {@code mutate} block in the policy
 * @param operations the operations that lead from the resource before the rule to the one after it
 */
public record PatchStep(SourceRange source, List<PatchOperation> operations) implements Step {
    /**
     * Copies the list.
     *
     * @param source the place of the {@code mutate} block in the policy
     * @param operations the operations that lead from the resource before the rule to the one after it
     */
    public PatchStep {
        operations = List.copyOf(operations);
    }
}
