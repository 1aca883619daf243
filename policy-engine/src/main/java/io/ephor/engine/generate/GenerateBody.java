package io.ephor.engine.generate;

import io.ephor.engine.context.RuleScope;
import org.jspecify.annotations.Nullable;

/** The compiled body of a generate rule. Immutable and thread-safe. */
public sealed interface GenerateBody permits PatternGeneration, ForeachGeneration {
    /**
     * Makes the resources.
     *
     * @param production takes them
     * @param scope what queries see
     * @return what went wrong, or null; what was made before is made
     */
    @Nullable
    GenerationFailure run(Production production, RuleScope scope);
}
