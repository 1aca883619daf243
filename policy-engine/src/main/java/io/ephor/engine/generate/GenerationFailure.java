package io.ephor.engine.generate;

import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.rule.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * Why resources could not be made.
 *
 * @param text the reason, in Kyverno's words where it has any
 * @param cause the exception of a lookup, or null
 * @param last whether the whole evaluation has come to a limit, so that nothing else is tried
 */
public record GenerationFailure(String text, @Nullable Throwable cause, boolean last) {
    static GenerationFailure of(String text) {
        return new GenerationFailure(text, null, false);
    }

    static GenerationFailure of(String text, @Nullable Throwable cause) {
        return new GenerationFailure(text, cause, false);
    }

    /**
     * {@return the failure of preconditions that could not be evaluated}
     *
     * @param exception what they threw
     */
    public static GenerationFailure ofPreconditions(ConditionException exception) {
        return of(Preconditions.NOT_EVALUATED + ": " + exception.getMessage(), RuleScope.lookupFailure(exception));
    }

    static GenerationFailure limit(String text) {
        return new GenerationFailure(text, null, true);
    }

    /** Returns the same failure as what stands around it tells it. */
    GenerationFailure behind(String words) {
        return new GenerationFailure(words + text, cause, last);
    }
}
