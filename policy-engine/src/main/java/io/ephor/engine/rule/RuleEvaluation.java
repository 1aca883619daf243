package io.ephor.engine.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.Operation;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.context.RuleScope;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.RuleExceptions;
import io.ephor.spi.RuleInvocation;
import io.ephor.values.NumberView;
import io.ephor.values.SourceRange;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of one rule that matched, made only when the fast pass did not settle it. Confined to one thread.
 */
public final class RuleEvaluation implements RuleInvocation {
    private final RuleFacts rule;
    private final @Nullable JsonNode resource;
    private final @Nullable JsonNode oldResource;
    private final EvaluationContext context;
    private final Supplier<RuleScope> entrance;
    private final RuleExceptions exceptions;
    private final @Nullable JsonNode element;
    private @Nullable RuleScope scope;

    /**
     * Makes an evaluation.
     *
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param entrance makes what the queries of the rule see; asked once, when the first query comes
     * @param exceptions the exceptions that name the rule
     */
    public RuleEvaluation(
            RuleFacts rule,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            Supplier<RuleScope> entrance,
            List<CompiledException> exceptions) {
        this(rule, resource, oldResource, context, entrance, new RuleExceptions(exceptions, context), null);
    }

    /**
     * Returns an evaluation of a rule that no exception names, by something that asks no queries.
     *
     * @param oldResource the old resource, or null where there is none
     */
    public static RuleEvaluation withoutQueries(
            RuleFacts rule, JsonNode resource, @Nullable JsonNode oldResource, EvaluationContext context) {
        return new RuleEvaluation(
                rule,
                resource,
                oldResource,
                context,
                RuleEvaluation::noQueries,
                new RuleExceptions(List.of(), context),
                null);
    }

    private static RuleScope noQueries() {
        throw new IllegalStateException("the evaluation was said to ask no queries");
    }

    private RuleEvaluation(
            RuleFacts rule,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            Supplier<RuleScope> entrance,
            RuleExceptions exceptions,
            @Nullable JsonNode element) {
        this.rule = rule;
        this.resource = resource;
        this.oldResource = oldResource;
        this.context = context;
        this.entrance = entrance;
        this.exceptions = exceptions;
        this.element = element;
    }

    /**
     * Returns the evaluation of the old resource as if it were created. What queries loaded so far stays.
     *
     * @param before the context of that creation
     */
    public RuleEvaluation ofOldResource(EvaluationContext before) {
        JsonNode old = Objects.requireNonNull(oldResource, "oldResource");
        Supplier<RuleScope> oldEntrance = () -> {
            scope().request(old, null, Operation.CREATE.name());
            return scope();
        };
        return new RuleEvaluation(rule, old, null, before, oldEntrance, exceptions, null);
    }

    /** Returns the evaluation of an element of a loop: patterns see the element, all else is as around the loop. */
    public RuleEvaluation ofElement(JsonNode inner) {
        return new RuleEvaluation(rule, resource, oldResource, context, this::scope, exceptions, inner);
    }

    /** Returns what patterns see: the innermost element, otherwise the new resource; null on DELETE. */
    public @Nullable JsonNode subject() {
        if (element != null) {
            return element;
        }
        return context.operation() == Operation.DELETE ? null : resource;
    }

    /** Returns how patterns see numbers; elements come from a query, whose numbers are floats. */
    public NumberView numbers() {
        return element == null ? context.numberModel().object() : NumberView.FLOAT64;
    }

    /** {@return what every result of the rule says} */
    public RuleFacts rule() {
        return rule;
    }

    /** {@return what the queries of the rule see} */
    public RuleScope scope() {
        RuleScope entered = scope;
        if (entered == null) {
            entered = entrance.get();
            scope = entered;
        }
        return entered;
    }

    /** Returns the exceptions that name the rule and hold for the resource, in order. */
    public List<CompiledException> exceptions() {
        return exceptions.of(judged(), scope());
    }

    /** Returns the result of a rule that is not judged, because of exceptions; null where none holds. */
    public @Nullable RuleResult excepted() {
        List<CompiledException> holding = exceptions.candidates().isEmpty() ? List.of() : exceptions();
        return holding.isEmpty() ? null : excepted("rule is skipped due to policy exceptions", holding);
    }

    /**
     * Returns the result of a rule that is not judged, because of exceptions.
     *
     * @param message what stands before the keys of the exceptions
     */
    public RuleResult excepted(String message, List<CompiledException> holding) {
        StringBuilder text = new StringBuilder(message);
        for (int i = 0; i < holding.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(holding.get(i).key());
        }
        return builder(RuleStatus.SKIP, text.toString(), rule.source())
                .exceptions(holding)
                .build();
    }

    private JsonNode judged() {
        return Objects.requireNonNullElse(resource, oldResource);
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
    public RuleResult result(RuleStatus status, String message, SourceRange source, @Nullable String at) {
        return result(builder(status, message, source).at(at), status);
    }

    /** {@return a failure whose message is written, and whose places are found, when somebody asks for them} */
    public RuleResult fail(Supplier<String> message, Supplier<SourceRange> source, Supplier<@Nullable String> at) {
        RuleResult.Builder builder = RuleResult.builder(rule.name(), rule.type(), RuleStatus.FAIL, message, source)
                .places(source, at);
        return result(withMissingLookups(builder), RuleStatus.FAIL);
    }

    private RuleResult result(RuleResult.Builder builder, RuleStatus status) {
        return status == RuleStatus.FAIL
                ? builder.failureAction(rule.failureActions().of(judged(), context))
                        .build()
                : builder.build();
    }

    private RuleResult.Builder builder(RuleStatus status, String message, SourceRange source) {
        return withMissingLookups(RuleResult.builder(rule.name(), rule.type(), status, message, source));
    }

    private RuleResult.Builder withMissingLookups(RuleResult.Builder builder) {
        return scope == null ? builder : builder.missingLookups(scope.missingLookups());
    }
}
