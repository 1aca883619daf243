package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.Query;
import io.ephor.values.JsonEquality;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberView;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code mutate.foreach}: every element of a list changes the object that the one before it made. Immutable
 * and thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/common.go
 *
 * @param list what is gone through
 * @param descending whether the last element comes first
 * @param entries the context entries of each element
 * @param preconditions what must hold for an element, or null for nothing
 * @param body what an element does
 */
record ForeachLoop(
        Query list,
        boolean descending,
        CompiledContext entries,
        @Nullable CompiledConditions preconditions,
        Mutation body) {
    /**
     * Goes through the elements.
     *
     * @param found a list, or what is the only element of one
     * @param nesting how many loops there are around this one
     * @return the outcome; an object that only became equal to itself again is unchanged
     */
    MutationOutcome apply(JsonNode object, JsonNode found, int nesting, RuleScope scope) {
        scope.checkpoint();
        try {
            JsonNode current = object;
            int count = found.isArray() ? found.size() : 1;
            for (int i = 0; i < count; i++) {
                int index = descending ? count - 1 - i : i;
                JsonNode element = found.isArray() ? found.get(index) : found;
                MutationOutcome outcome = element.isNull() ? null : apply(current, element, index, nesting, scope);
                if (outcome instanceof MutationOutcome.Failed) {
                    return outcome;
                }
                current = outcome instanceof MutationOutcome.Changed changed ? changed.object() : current;
            }
            return isSame(object, current, scope)
                    ? new MutationOutcome.Unchanged("no patches applied")
                    : new MutationOutcome.Changed(current);
        } finally {
            scope.restore();
        }
    }

    /**
     * Says whether elements left nothing behind. On the command line of the reference the first change makes integers of
     * the whole numbers that it read as float64, and these are not the same for it.
     */
    private static boolean isSame(JsonNode before, JsonNode after, RuleScope scope) {
        if (before == after) {
            return true;
        }
        boolean turned = scope.isReadAsFloats(before) && holdsWholeNumber(before);
        return !turned && JsonEquality.deepEqual(before, after, NumberView.FLOAT64);
    }

    private static boolean holdsWholeNumber(JsonNode tree) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            if (node.isNumber() && JsonNumber.isInteger(node, NumberView.AS_WRITTEN)) {
                return true;
            }
            node.forEach(open::push);
        }
        return false;
    }

    /** Returns what an element does, or null where its preconditions are not met. */
    private @Nullable MutationOutcome apply(
            JsonNode object, JsonNode element, int index, int nesting, RuleScope scope) {
        scope.reset();
        if (!scope.element(element, index, nesting)) {
            return new MutationOutcome.Failed(scope.tooManyElements(), null);
        }
        scope.enter(entries);
        try {
            if (preconditions != null && !preconditions.evaluate(scope).passed()) {
                return null;
            }
        } catch (ConditionException exception) {
            String message =
                    "failed to evaluate mutate.foreach[" + index + "].preconditions: " + exception.getMessage();
            return new MutationOutcome.Failed(message, RuleScope.lookupFailure(exception));
        }
        return body.apply(object, scope);
    }
}
