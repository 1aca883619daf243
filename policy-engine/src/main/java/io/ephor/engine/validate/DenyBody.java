package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.conditions.Certainty;
import io.ephor.engine.conditions.CompiledConditions;
import io.ephor.engine.conditions.ConditionException;
import io.ephor.engine.conditions.ConditionOutcome;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.rule.RuleFacts;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.variables.Template;
import io.ephor.explain.ConditionStep;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.deny}: the rule fails where its conditions hold, also on DELETE.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 *
 * @param place the place of the block in the document of the policy
 */
record DenyBody(
        CompiledConditions conditions, RuleMessage message, QueryCompiler queries, SourceRange place, RuleResult passed)
        implements ValidateBody {
    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers, PartScope parts) {
        return conditions.certainty(parts) == Certainty.NO ? passed : null;
    }

    @Override
    public @Nullable RuleResult settle(
            JsonNode resource,
            @Nullable JsonNode oldResource,
            RuleFacts rule,
            EvaluationContext context,
            PartScope parts) {
        Certainty certainty = conditions.certainty(parts);
        if (certainty == Certainty.YES && conditions.isSilent() && message.isFixed()) {
            return denied("", RuleEvaluation.withoutQueries(rule, resource, oldResource, context));
        }
        return certainty == Certainty.NO ? passed : null;
    }

    @Override
    public boolean asksQueries() {
        return true;
    }

    @Override
    public RuleResult preparedPass() {
        return passed;
    }

    @Override
    public boolean looksAtSubject() {
        return false;
    }

    @Override
    public RuleResult evaluate(RuleEvaluation evaluation) {
        return judge(evaluation, null);
    }

    @Override
    public RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return judge(evaluation, trail);
    }

    private RuleResult judge(RuleEvaluation evaluation, @Nullable Trail trail) {
        ConditionOutcome outcome;
        try {
            outcome = trail == null
                    ? conditions.evaluate(evaluation.scope())
                    : conditions.evaluate(evaluation.scope(), trail, ConditionStep.Use.DENY);
        } catch (ConditionException exception) {
            String text = "failed to check deny conditions: " + exception.getMessage();
            return evaluation.result(RuleStatus.ERROR, text, place, null);
        }
        if (!outcome.passed()) {
            return passed;
        }
        return denied(outcome.message(), evaluation);
    }

    private RuleResult denied(String conditionMessages, RuleEvaluation evaluation) {
        return evaluation.result(RuleStatus.FAIL, denial(conditionMessages, evaluation), place, null);
    }

    private String denial(String conditionMessages, RuleEvaluation evaluation) {
        if (conditionMessages.isEmpty()) {
            return message.denied(message.template(), conditionMessages, evaluation);
        }
        String text = message.written().isEmpty() ? conditionMessages : message.written() + "; " + conditionMessages;
        return message.denied(Template.compile(TextNode.valueOf(text), queries), conditionMessages, evaluation);
    }
}
