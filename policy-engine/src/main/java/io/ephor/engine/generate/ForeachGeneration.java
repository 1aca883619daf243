package io.ephor.engine.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.QueryException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code generate.foreach}. What fails in one loop keeps nothing in the others from being made.
 *
 * <p>Kyverno: pkg/background/generate/generator.go
 *
 * @param rule the name of the rule
 * @param loops the loops, in order
 */
record ForeachGeneration(String rule, List<GenerateLoop> loops) implements GenerateBody {
    @Override
    public @Nullable GenerationFailure run(Production production, RuleScope scope) {
        Failures failures = new Failures();
        for (int i = 0; i < loops.size(); i++) {
            GenerationFailure failure = run(i, production, scope);
            if (failure != null && !failures.add(failure)) {
                break;
            }
        }
        return failures.joined();
    }

    private @Nullable GenerationFailure run(int index, Production production, RuleScope scope) {
        GenerateLoop loop = loops.get(index);
        JsonNode found;
        try {
            found = scope.query(loop.list());
        } catch (QueryException exception) {
            String text = "failed to evaluate " + index + " foreach list: " + exception.text();
            return GenerationFailure.of(text, RuleScope.lookupFailure(exception));
        }
        GenerationFailure failure = loop.run(found, production, scope);
        return failure == null
                ? null
                : failure.behind("failed to process " + index + " foreach in rule " + rule + ": ");
    }
}
