package io.ephor.engine.conditions;

import io.ephor.engine.variables.QueryScope;
import org.jspecify.annotations.Nullable;

/**
 * One condition. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/evaluate.go
 */
final class CompiledCondition {
    private static final String NO_OPERATOR = "failed to create handler for condition operator: %!w(<nil>)";

    private final Side key;
    private final Side value;
    private final @Nullable OperatorTest test;
    private final String message;

    /**
     * Makes a condition.
     *
     * @param test what decides, or null where the operator is none
     * @param message the message as written; empty where there is none
     */
    CompiledCondition(Side key, Side value, @Nullable OperatorTest test, String message) {
        this.key = key;
        this.value = value;
        this.test = test;
        this.message = message;
    }

    String message() {
        return message;
    }

    /**
     * Says whether the condition holds. A key of null has no answer but no.
     *
     * @throws ConditionException if a variable has no value, or the operator is none
     */
    boolean holds(QueryScope scope) {
        Operand left = key.operand(scope);
        Operand right = value.operand(scope);
        if (test == null) {
            throw new ConditionException(NO_OPERATOR, null);
        }
        return !left.isNull() && test.holds(left, right);
    }
}
