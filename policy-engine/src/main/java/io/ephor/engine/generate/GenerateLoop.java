package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.context.CompiledContext;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.Query;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code generate.foreach}. Immutable and thread-safe.
 *
 * @param list what is gone through
 * @param entries the context entries of each element
 * @param preconditions what must hold for an element, or null for nothing
 * @param body what an element makes
 */
record GenerateLoop(
        Query list, CompiledContext entries, @Nullable CompiledConditions preconditions, PatternGeneration body) {
    /**
     * Goes through the elements.
     *
     * @param found a list, or what is the only element of one
     * @return what went wrong; null where nothing did
     */
    @Nullable
    GenerationFailure run(JsonNode found, Production production, RuleScope scope) {
        Failures failures = new Failures();
        scope.checkpoint();
        try {
            int count = found.isArray() ? found.size() : 1;
            for (int i = 0; i < count; i++) {
                JsonNode element = found.isArray() ? found.get(i) : found;
                GenerationFailure failure = element.isNull() ? null : run(element, i, production, scope);
                if (failure != null && !failures.add(failure.behind("failed to process " + i + " element: "))) {
                    break;
                }
            }
            return failures.joined();
        } finally {
            scope.restore();
        }
    }

    private @Nullable GenerationFailure run(JsonNode element, int index, Production production, RuleScope scope) {
        scope.reset();
        if (!scope.element(element, index, 0)) {
            return GenerationFailure.limit(scope.tooManyElements());
        }
        scope.enter(entries);
        try {
            if (preconditions != null && !preconditions.evaluate(scope).passed()) {
                return null;
            }
        } catch (ConditionException exception) {
            return GenerationFailure.ofPreconditions(exception);
        }
        return body.run(production, scope);
    }
}
