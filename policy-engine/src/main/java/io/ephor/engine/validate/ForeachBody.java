package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.variables.QueryException;
import io.ephor.values.GoText;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code validate.foreach}: every element of every list must satisfy the body of its loop. The first that does not ends
 * the rule; lists that are not there are passed over, and a rule that saw no element has no answer.
 *
 * <p>Kyverno: pkg/engine/handlers/validation/validate_resource.go
 *
 * @param loops the lists and what is asked of their elements, in order
 * @param nesting how many loops there are around these
 * @param place the place of the block in the document of the policy
 */
record ForeachBody(List<ForeachLoop> loops, int nesting, SourceRange place, RuleResult passed) implements ValidateBody {
    private static final String UNKNOWN_KEY = "Unknown key";

    @Override
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers) {
        return null;
    }

    @Override
    public RuleResult preparedPass() {
        return passed;
    }

    @Override
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        boolean applied = false;
        QueryException listError = null;
        for (ForeachLoop loop : loops) {
            JsonNode elements;
            try {
                elements = evaluation.scope().query(loop.list());
            } catch (QueryException exception) {
                listError = exception.text().contains(UNKNOWN_KEY) ? listError : exception;
                continue;
            }
            RuleResult result = judge(loop, asList(elements), evaluation);
            if (result != null && result.status() != RuleStatus.PASS) {
                return result;
            }
            applied |= result != null;
        }
        if (applied) {
            return passed;
        }
        return listError == null
                ? null
                : evaluation.error("failed to evaluate list: " + listError.text(), RuleScope.lookupFailure(listError));
    }

    private static JsonNode asList(JsonNode elements) {
        return elements.isArray()
                ? elements
                : JsonNodeFactory.instance.arrayNode().add(elements);
    }

    /** Returns the first result that ends the rule, a pass where elements passed, or null where none was judged. */
    private @Nullable RuleResult judge(ForeachLoop loop, JsonNode elements, RuleEvaluation evaluation) {
        RuleScope scope = evaluation.scope();
        scope.checkpoint();
        try {
            RuleResult result = null;
            for (int i = 0; i < elements.size(); i++) {
                JsonNode element = elements.get(i);
                RuleResult judged = element.isNull() ? null : judge(loop, element, i, evaluation);
                if (judged != null && judged.status() != RuleStatus.PASS) {
                    return judged;
                }
                result = judged == null ? result : judged;
            }
            return result;
        } finally {
            scope.restore();
        }
    }

    private @Nullable RuleResult judge(ForeachLoop loop, JsonNode element, int index, RuleEvaluation evaluation) {
        RuleScope scope = evaluation.scope();
        scope.reset();
        if (!scope.element(element, index, nesting)) {
            return error(evaluation, scope.tooManyElements());
        }
        boolean scoped = loop.isScoped(element);
        if (scoped && !element.isObject()) {
            return error(
                    evaluation,
                    "cannot use elementScope=true foreach rules for elements that are not maps, expected type=map got type="
                            + GoText.typeName(element, NumberView.FLOAT64));
        }
        RuleEvaluation inner = scoped && !element.isEmpty() ? evaluation.ofElement(element) : evaluation;
        scope.enter(loop.entries());
        RuleResult result =
                loop.preconditions() == null ? null : loop.preconditions().stop(inner);
        if (result == null) {
            result = loop.body().resolved(inner).evaluate(inner);
        }
        return result == null || result.status() == RuleStatus.PASS ? result : ended(loop, index, inner, result);
    }

    private RuleResult error(RuleEvaluation evaluation, String reason) {
        return evaluation.result(RuleStatus.ERROR, "failed to process foreach: " + reason, place, null);
    }

    /** Returns what a result of an element that is no pass means for the rule: nothing where the element is passed over. */
    private static @Nullable RuleResult ended(
            ForeachLoop loop, int index, RuleEvaluation evaluation, RuleResult result) {
        boolean unjudged = result.status() == RuleStatus.SKIP
                || (result.status() == RuleStatus.ERROR && result.message().contains(Preconditions.NOT_EVALUATED));
        if (unjudged) {
            return null;
        }
        return evaluation.result(
                result.status(), "validation failure: " + result.message(), result.source(), at(loop, index, result));
    }

    private static @Nullable String at(ForeachLoop loop, int index, RuleResult result) {
        String at = result.at();
        String element = loop.pointer(index);
        return at == null || element == null ? at : element + at;
    }
}
