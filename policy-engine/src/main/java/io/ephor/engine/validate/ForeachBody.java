package io.ephor.engine.validate;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.rule.Preconditions;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.engine.variables.PartScope;
import io.ephor.engine.variables.QueryException;
import io.ephor.explain.ElementStep;
import io.ephor.explain.LoopStep;
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
    public @Nullable RuleResult fastPass(JsonNode resource, NumberView numbers, PartScope parts) {
        boolean around = parts.forgetPasses();
        for (int i = 0; i < loops.size(); i++) {
            if (!loops.get(i).passesQuickly(parts)) {
                return null;
            }
        }
        boolean some = parts.forgetPasses();
        if (around) {
            parts.notePass();
        }
        return some ? passed : null;
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
    public @Nullable RuleResult evaluate(RuleEvaluation evaluation) {
        return judge(evaluation, null);
    }

    @Override
    public @Nullable RuleResult explain(RuleEvaluation evaluation, Trail trail) {
        return judge(evaluation, trail);
    }

    private @Nullable RuleResult judge(RuleEvaluation evaluation, @Nullable Trail trail) {
        boolean applied = false;
        QueryException listError = null;
        for (ForeachLoop loop : loops) {
            @Nullable JsonNode elements;
            try {
                elements = trail == null
                        ? evaluation.scope().find(loop.list())
                        : trail.at(
                                loop.place() + "/list", () -> evaluation.scope().find(loop.list()));
            } catch (QueryException exception) {
                note(loop, null, trail);
                listError = exception.text().contains(UNKNOWN_KEY) ? listError : exception;
                continue;
            }
            note(loop, elements, trail);
            if (elements == null) {
                continue;
            }
            RuleResult result = judge(loop, elements, evaluation, trail);
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

    private static void note(ForeachLoop loop, @Nullable JsonNode found, @Nullable Trail trail) {
        if (trail != null) {
            Integer size = found == null || found.isNull() ? null : Integer.valueOf(found.isArray() ? found.size() : 1);
            trail.add(new LoopStep(trail.locate(loop.place()), loop.list().text(), size));
        }
    }

    /**
     * Returns the first result that ends the rule, a pass where elements passed, or null where none was judged.
     *
     * @param found a list, or what is to be judged as the only element of one
     */
    private @Nullable RuleResult judge(
            ForeachLoop loop, JsonNode found, RuleEvaluation evaluation, @Nullable Trail trail) {
        RuleScope scope = evaluation.scope();
        scope.checkpoint();
        try {
            RuleResult result = null;
            int count = found.isArray() ? found.size() : 1;
            for (int i = 0; i < count; i++) {
                RuleResult judged = element(found, i).isNull() ? null : judge(loop, found, i, evaluation, trail);
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

    private static JsonNode element(JsonNode found, int index) {
        return found.isArray() ? found.get(index) : found;
    }

    private @Nullable RuleResult judge(
            ForeachLoop loop, JsonNode found, int index, RuleEvaluation evaluation, @Nullable Trail trail) {
        if (trail == null) {
            return element(loop, found, index, evaluation, null);
        }
        String at = trail.inResource(pointer(loop, found, index));
        Trail.Walked<@Nullable RuleResult> walked =
                trail.apart(() -> trail.at(loop.place(), () -> element(loop, found, index, evaluation, trail)));
        RuleResult answer = walked.answer();
        trail.enclose(
                new ElementStep(
                        trail.locate(loop.place()),
                        index,
                        element(found, index),
                        at,
                        walked.steps(),
                        answer == null ? "passed over" : answer.status().text()),
                walked.steps());
        return answer;
    }

    private @Nullable RuleResult element(
            ForeachLoop loop, JsonNode found, int index, RuleEvaluation evaluation, @Nullable Trail trail) {
        JsonNode element = element(found, index);
        RuleScope scope = evaluation.scope();
        scope.reset();
        if (!scope.element(element, index, nesting)) {
            return error(evaluation, scope.tooManyElements());
        }
        boolean scoped = loop.isScoped(element);
        if (scoped && !element.isObject()) {
            return error(evaluation, noMap(element));
        }
        boolean seen = trail != null || loop.body().looksAtSubject();
        RuleEvaluation inner = seen && scoped && !element.isEmpty() ? evaluation.ofElement(element) : evaluation;
        scope.enter(loop.entries());
        RuleResult result =
                loop.preconditions() == null ? null : loop.preconditions().stop(inner, trail);
        if (result == null) {
            result = trail == null
                    ? loop.body().resolved(inner).evaluate(inner)
                    : explain(loop, inner, inner == evaluation, pointer(loop, found, index), trail);
        }
        if (result == null || result.status() == RuleStatus.PASS) {
            return result;
        }
        return unpassed(result, inner == evaluation ? "" : pointer(loop, found, index), evaluation);
    }

    /**
     * Returns the result of the rule where an element does not pass, or null where it is passed over.
     *
     * @param element where what the body saw stands in the resource, or null where that is not known
     */
    private static @Nullable RuleResult unpassed(
            RuleResult result, @Nullable String element, RuleEvaluation evaluation) {
        return isUnjudged(result)
                ? null
                : evaluation.result(
                        result.status(),
                        "validation failure: " + result.message(),
                        result.source(),
                        below(element, result.at()));
    }

    private static String noMap(JsonNode element) {
        return "cannot use elementScope=true foreach rules for elements that are not maps, expected type=map got type="
                + GoText.typeName(element, NumberView.FLOAT64);
    }

    private static @Nullable RuleResult explain(
            ForeachLoop loop, RuleEvaluation inner, boolean unscoped, @Nullable String at, Trail trail) {
        ValidateBody body = loop.body();
        return unscoped
                ? body.resolved(inner).explain(inner, trail)
                : trail.on(at, () -> body.resolved(inner).explain(inner, trail));
    }

    /** Returns where an element stands in the resource, or null where that is not known. */
    private @Nullable String pointer(ForeachLoop loop, JsonNode found, int index) {
        String list = nesting > 0 ? null : loop.pointer();
        return list == null || !found.isArray() ? list : list + "/" + index;
    }

    private static @Nullable String below(@Nullable String element, @Nullable String at) {
        return element == null || at == null ? null : element + at;
    }

    /** An element that is skipped, or whose preconditions cannot be evaluated, is passed over. */
    private static boolean isUnjudged(RuleResult result) {
        return result.status() == RuleStatus.SKIP
                || (result.status() == RuleStatus.ERROR && result.message().contains(Preconditions.NOT_EVALUATED));
    }

    private RuleResult error(RuleEvaluation evaluation, String reason) {
        return evaluation.result(RuleStatus.ERROR, "failed to process foreach: " + reason, place, null);
    }
}
