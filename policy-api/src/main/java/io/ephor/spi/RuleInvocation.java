package io.ephor.spi;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import org.jspecify.annotations.Nullable;

/** One evaluation of one rule that matched, and the results that it can end with. Used by one thread. */
public interface RuleInvocation {
    /** {@return the new resource, or null on DELETE} */
    @Nullable
    JsonNode resource();

    /** {@return the old resource, or null where there is none} */
    @Nullable
    JsonNode oldResource();

    /** {@return the context of the evaluation} */
    EvaluationContext context();

    /**
     * {@return the result of a rule that is satisfied}
     *
     * @param message the message of the result
     */
    RuleResult pass(String message);

    /**
     * {@return the result of a rule that is violated, at a JSON pointer into the resource or null}
     *
     * @param message the message of the result
     * @param at the JSON pointer into the resource, or null where no single place decided
     */
    RuleResult fail(String message, @Nullable String at);

    /**
     * {@return the result of a rule that does not judge the resource}
     *
     * @param message the message of the result
     */
    RuleResult skip(String message);

    /**
     * {@return the result of a rule that could not be evaluated}
     *
     * @param message the message of the result
     * @param cause what was thrown, or null
     */
    RuleResult error(String message, @Nullable Throwable cause);
}
