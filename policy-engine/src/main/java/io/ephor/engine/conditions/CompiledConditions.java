package io.ephor.engine.conditions;

import io.ephor.engine.variables.QueryScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions, ready to be evaluated: {@code any} and {@code all}, or the old plain list. Immutable and thread-safe.
 *
 * <p>Kyverno: pkg/engine/variables/evaluate.go
 */
public final class CompiledConditions {
    private static final String SEPARATOR = "; ";
    private static final String LIST_SEPARATOR = ";";

    private final @Nullable List<CompiledCondition> any;
    private final List<CompiledCondition> all;
    private final boolean plainList;

    /**
     * @param any of which one must hold; null where nothing is asked
     * @param all of which each must hold
     * @param plainList whether this is the old form, with messages of its own
     */
    CompiledConditions(@Nullable List<CompiledCondition> any, List<CompiledCondition> all, boolean plainList) {
        this.any = any;
        this.all = all;
        this.plainList = plainList;
    }

    /**
     * Evaluates the conditions: {@code any} until one holds, then {@code all} until one does not. Conditions that say
     * nothing hold.
     *
     * @param scope what variables are asked of
     * @return the outcome
     * @throws ConditionException if a condition has no answer
     */
    public ConditionOutcome evaluate(QueryScope scope) {
        return plainList ? list(scope) : anyAndAll(scope);
    }

    private ConditionOutcome anyAndAll(QueryScope scope) {
        StringBuilder passed = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        boolean anyHolds = any == null;
        if (any != null) {
            for (CompiledCondition condition : any) {
                anyHolds = condition.holds(scope);
                join(anyHolds ? passed : failed, condition.message(), SEPARATOR);
                if (anyHolds) {
                    break;
                }
            }
        }
        boolean allHold = true;
        for (CompiledCondition condition : all) {
            allHold = condition.holds(scope);
            join(allHold ? passed : failed, condition.message(), SEPARATOR);
            if (!allHold) {
                break;
            }
        }
        boolean holds = anyHolds && allHold;
        return ConditionOutcome.of(holds, (holds ? passed : failed).toString());
    }

    private ConditionOutcome list(QueryScope scope) {
        StringBuilder messages = new StringBuilder();
        for (CompiledCondition condition : all) {
            if (!condition.holds(scope)) {
                return ConditionOutcome.of(false, condition.message());
            }
            join(messages, condition.message(), LIST_SEPARATOR);
        }
        return ConditionOutcome.of(true, messages.toString());
    }

    private static void join(StringBuilder messages, String message, String separator) {
        if (message.isEmpty()) {
            return;
        }
        if (!messages.isEmpty()) {
            messages.append(separator);
        }
        messages.append(message);
    }
}
