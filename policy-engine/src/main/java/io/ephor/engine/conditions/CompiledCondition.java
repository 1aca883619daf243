package io.ephor.engine.conditions;

import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.QueryScope;
import io.ephor.explain.ConditionStep;
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
    private final String operator;
    private final @Nullable OperatorTest test;
    private final String message;

    /**
     * Makes a condition.
     *
     * @param operator the operator as written
     * @param test what decides, or null where the operator is none
     * @param message the message as written; empty where there is none
     */
    CompiledCondition(Side key, Side value, String operator, @Nullable OperatorTest test, String message) {
        this.operator = operator;
        this.key = key;
        this.value = value;
        this.test = test;
        this.message = message;
    }

    String message() {
        return message;
    }

    /** Says whether the condition has the same answer in all requests with the same operation. */
    boolean dependsOnOperationOnly() {
        return key.dependsOnOperationOnly() && value.dependsOnOperationOnly();
    }

    /**
     * Says whether the condition holds. A key of null has no answer but no.
     *
     * @throws ConditionException if a variable has no value, or the operator is none
     */
    boolean holds(QueryScope scope) {
        return holds(key.operand(scope), scope);
    }

    /**
     * Says the same of a key that is known already.
     *
     * @param left the key
     */
    boolean holds(Operand left, QueryScope scope) {
        return compare(left, value.operand(scope));
    }

    /** Returns what decides, or null where the operator is none. */
    @Nullable
    OperatorTest test() {
        return test;
    }

    /** Returns the value. */
    Side value() {
        return value;
    }

    /** Returns the key, which conditions that ask the same thing share. */
    Side key() {
        return key;
    }

    private boolean compare(Operand left, Operand right) {
        if (test == null) {
            throw new ConditionException(NO_OPERATOR, null);
        }
        return !left.isNull() && test.holds(left, right);
    }

    /**
     * Says the same as {@link #holds}, and notes what was compared.
     *
     * @param pointer the JSON pointer of the block of the condition in its policy
     * @param list the list in which the condition stands; empty where the block is the list
     */
    boolean holds(QueryScope scope, Trail trail, ConditionStep.Use use, String pointer, String list, int index) {
        String place = pointer + (list.isEmpty() ? "" : "/" + list) + "/" + index;
        Compared compared = new Compared();
        String error = null;
        try {
            trail.at(place, () -> compared.run(scope));
            return compared.holds;
        } catch (ConditionException exception) {
            error = exception.getMessage();
            throw exception;
        } finally {
            trail.add(new ConditionStep(
                    trail.locate(place),
                    use,
                    list + "[" + index + "]",
                    key.written(),
                    compared.left == null ? null : compared.left.node(),
                    operator,
                    compared.right == null ? null : compared.right.node(),
                    compared.holds,
                    error));
        }
    }

    /** What was compared, as far as that came. */
    private final class Compared {
        private @Nullable Operand left;
        private @Nullable Operand right;
        private boolean holds;

        private boolean run(QueryScope scope) {
            Operand found = key.operand(scope);
            left = found;
            Operand wanted = value.operand(scope);
            right = wanted;
            holds = compare(found, wanted);
            return holds;
        }
    }
}
