package io.ephor.engine.mutate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.SubstitutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One patch. In a rule its variables are substituted together with all others of the rule, and each of them must have a
 * value: those of {@code match}, of the context and of the preconditions too. In a loop they are those of the patch alone.
 *
 * <p>Kyverno: pkg/engine/mutate/mutation.go
 *
 * @param block substitutes the variables and returns the block with the patch; thread-safe
 * @param written the patch as it is written, which is used where no variable changes it; null where there is none
 */
record PatchMutation(
        Function<RuleScope, JsonNode> block, @Nullable Patch written) implements Mutation {
    @Override
    public MutationOutcome apply(JsonNode object, RuleScope scope) {
        JsonNode resolved;
        try {
            resolved = block.apply(scope);
        } catch (SubstitutionException exception) {
            return new MutationOutcome.Failed(
                    "variable substitution failed: " + exception.getMessage(), RuleScope.lookupFailure(exception));
        }
        Patch patch = written != null && written.isOf(resolved) ? written : Patch.of(resolved);
        return patch == null ? new MutationOutcome.Failed("empty mutate rule", null) : patch.apply(object);
    }
}
