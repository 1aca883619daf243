package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.RuleType;
import io.ephor.spi.RuleInvocation;
import io.ephor.values.SourceRange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one rule that matched, made only when the fast pass did not settle it. Confined to one thread.
 */
public final class RuleEvaluation implements RuleInvocation {
    private final RuleFacts rule;
    private final @Nullable JsonNode resource;
    private final @Nullable JsonNode oldResource;
    private final EvaluationContext context;

    public RuleEvaluation(
            RuleFacts rule, @Nullable JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        this.rule = rule;
        this.resource = resource;
        this.oldResource = oldResource;
        this.context = context;
    }

    @Override
    public @Nullable JsonNode resource() {
        return resource;
    }

    @Override
    public @Nullable JsonNode oldResource() {
        return oldResource;
    }

    @Override
    public EvaluationContext context() {
        return context;
    }

    @Override
    public RuleResult pass(String message) {
        return result(RuleStatus.PASS, message, rule.source(), null);
    }

    @Override
    public RuleResult fail(String message, @Nullable String at) {
        return result(RuleStatus.FAIL, message, rule.source(), at);
    }

    @Override
    public RuleResult skip(String message) {
        return result(RuleStatus.SKIP, message, rule.source(), null);
    }

    @Override
    public RuleResult error(String message, @Nullable Throwable cause) {
        return builder(RuleStatus.ERROR, message, rule.source()).cause(cause).build();
    }

    /** {@return a result with the place in the policy that decided} */
    RuleResult result(RuleStatus status, String message, SourceRange source, @Nullable String at) {
        RuleResult.Builder builder = builder(status, message, source).at(at);
        if (status == RuleStatus.FAIL) {
            JsonNode judged = Objects.requireNonNullElse(resource, oldResource);
            builder.failureAction(rule.failureActions().of(judged, context));
        }
        return builder.build();
    }

    private RuleResult.Builder builder(RuleStatus status, String message, SourceRange source) {
        return RuleResult.builder(rule.name(), RuleType.VALIDATION, status, message, source);
    }
}
