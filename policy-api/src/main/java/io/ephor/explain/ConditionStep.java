package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * One condition that was evaluated. Conditions behind the one that decided are not evaluated and have no step.
 *
 * @param source the place of the condition in the policy
 * @param use what the condition is for
 * @param name how the condition is reached in its block, such as {@code any[0]}
 * @param key the key as written
 * @param found the value of the key; null where it could not be told
 * @param operator the operator as written
 * @param wanted the value that the key was compared with; null where it could not be told
 * @param holds whether the condition holds; false where it could not be told
 * @param error why it could not be told, in Kyverno's words; null where it could
 */
public record ConditionStep(
        SourceRange source,
        Use use,
        String name,
        JsonNode key,
        @Nullable JsonNode found,
        String operator,
        @Nullable JsonNode wanted,
        boolean holds,
        @Nullable String error)
        implements Step {
    /** What a condition is for. */
    public enum Use {
        /** Of the preconditions of a rule, or of the element of a loop. */
        PRECONDITION,
        /** Of a {@code deny}: where the conditions hold, the rule fails. */
        DENY
    }
}
