package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.QueryException;
import java.util.List;

/**
 * {@code mutate.foreach}. Queries see the object as each loop left it, those inside a loop as it was before.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/common.go
 *
 * @param loops the loops, in order
 * @param nesting how many loops there are around these
 */
record ForeachMutation(List<ForeachLoop> loops, int nesting) implements Mutation {
    @Override
    public MutationOutcome apply(JsonNode object, RuleScope scope) {
        JsonNode current = object;
        boolean changed = false;
        for (ForeachLoop loop : loops) {
            JsonNode found;
            try {
                found = scope.query(loop.list());
            } catch (QueryException exception) {
                // The text stands twice because the reference adds it twice.
                String message = "failed to evaluate list " + loop.list().text() + ": " + exception.text() + ": "
                        + exception.text();
                return new MutationOutcome.Failed(message, RuleScope.lookupFailure(exception));
            }
            MutationOutcome outcome = loop.apply(current, found, nesting, scope);
            if (outcome instanceof MutationOutcome.Failed failed) {
                return new MutationOutcome.Failed("failed to mutate elements: " + failed.message(), failed.cause());
            }
            if (outcome instanceof MutationOutcome.Changed made) {
                changed = true;
                current = made.object();
                scope.object(current);
            }
        }
        return changed ? new MutationOutcome.Changed(current) : new MutationOutcome.Unchanged("0 elements processed");
    }
}
