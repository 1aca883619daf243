package io.ephor.spi;

import io.ephor.RuleResult;
import org.jspecify.annotations.Nullable;

/** A compiled rule body. Implementations are immutable and thread-safe. */
@FunctionalInterface
public interface RuleBody {
    /**
     * Judges the resource of an invocation; null where the rule has no answer, as if it had not matched.
     *
     * @param invocation the evaluation
     * @return the result, or null
     */
    @Nullable
    RuleResult evaluate(RuleInvocation invocation);
}
