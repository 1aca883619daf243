package io.ephor.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.SourceRange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An expression that was evaluated: that of a variable, of a context entry, or the list of a loop.
 *
 * @param source the place in the policy for which it was evaluated
 * @param expression the expression, without braces around it
 * @param value its value, or null where it has none
 * @param error why it has no value, in Kyverno's words; null where it has one
 */
public record QueryStep(
        SourceRange source,
        String expression,
        @Nullable JsonNode value,
        @Nullable String error) implements Step {
    /**
     * Checks that there is a value or an error.
     *
     * @param source the place in the policy for which it was evaluated
     * @param expression the expression, without braces around it
     * @param value its value, or null where it has none
     * @param error why it has no value, in Kyverno's words; null where it has one
     */
    public QueryStep {
        if ((value == null) == (error == null)) {
            throw new IllegalArgumentException("an expression has a value or an error");
        }
        Objects.requireNonNull(expression, "expression");
    }
}
