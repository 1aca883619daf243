package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import org.jspecify.annotations.Nullable;

/** One evaluation of one rule that matched, and the results that it can end with. Used by one thread. */
public interface RuleInvocation {
    /** Returns the new resource, or null on DELETE. */
    @Nullable
    JsonNode resource();

    /** Returns the old resource, or null where there is none. */
    @Nullable
    JsonNode oldResource();

    /** Returns the context of the evaluation. */
    EvaluationContext context();

    /** Returns the result of a rule that is satisfied. */
    RuleResult pass(String message);

    /** Returns the result of a rule that is violated, at a JSON pointer into the resource or null. */
    RuleResult fail(String message, @Nullable String at);

    /** Returns the result of a rule that does not judge the resource. */
    RuleResult skip(String message);

    /** Returns the result of a rule that could not be evaluated. */
    RuleResult error(String message, @Nullable Throwable cause);
}
