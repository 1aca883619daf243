package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.ephor.EvaluationContext;
import io.ephor.RuleResult;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.MatchRequest;
import io.ephor.engine.mutate.Mutation;
import io.ephor.engine.mutate.MutationOutcome;
import io.ephor.engine.rule.RuleEvaluation;
import io.ephor.engine.trail.Trail;
import io.ephor.explain.PatchStep;
import io.ephor.patches.DocumentPatch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mutate rule, ready to be evaluated: match, exclude, preconditions, exceptions, then the patch. Immutable and
 * thread-safe.
 *
 * <p>Kyverno: pkg/engine/handlers/mutation/mutate_resource.go
 */
record CompiledMutation(RuleFrame frame, Mutation body) implements MutateRule {
    /**
     * What the rule did in one evaluation.
     *
     * @param changed the object afterwards, or null where nothing changed
     * @param failed whether the patch could not be applied, after which the reference has no object any more
     */
    record Step(RuleResult result, @Nullable JsonNode changed, boolean failed) {}

    /**
     * Evaluates the rule for an object that it matches.
     *
     * @param object the object as the rules before left it, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the rule
     */
    Step apply(
            @Nullable JsonNode object,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            List<CompiledException> exceptions) {
        RuleEvaluation evaluation = frame.open(object, oldResource, context, scope, exceptions);
        Change change = new Change(body, object == null ? MissingNode.getInstance() : object);
        RuleResult result = Objects.requireNonNull(frame.judge(evaluation, null, change::judge), "result");
        return new Step(result, change.changed, change.failed);
    }

    /**
     * Says the same as a match and {@link #apply}, and notes why.
     *
     * @param judged what the rule is matched on
     * @param object the object as the rules before left it, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     * @return what the rule did, or null where it does not match
     */
    @Nullable
    Step explain(
            JsonNode judged,
            @Nullable JsonNode object,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyScope scope,
            PolicyExceptions exceptions,
            Reasons reasons) {
        List<CompiledException> named = exceptions.ofRule(frame.facts().name());
        Change change = new Change(body, object == null ? MissingNode.getInstance() : object);
        RuleResult result = reasons.rule(
                frame,
                judged,
                trail -> trail.at(frame.pointer(), () -> {
                    if (!frame.match().matches(MatchRequest.of(judged, context), trail, frame.pointer())) {
                        return null;
                    }
                    RuleEvaluation evaluation = frame.open(object, oldResource, context, scope, named);
                    return frame.judge(evaluation, trail, opened -> change.explain(opened, trail));
                }));
        return result == null ? null : new Step(result, change.changed, change.failed);
    }

    /** The change that one evaluation makes. */
    private static final class Change {
        private final Mutation body;
        private final JsonNode object;
        private @Nullable JsonNode changed;
        private boolean failed;

        private Change(Mutation body, JsonNode object) {
            this.body = body;
            this.object = object;
        }

        private RuleResult judge(RuleEvaluation evaluation) {
            RuleResult excepted = evaluation.excepted();
            if (excepted != null) {
                return excepted;
            }
            MutationOutcome outcome = body.apply(object, evaluation.scope());
            if (outcome instanceof MutationOutcome.Unchanged unchanged) {
                return evaluation.skip(unchanged.message());
            }
            if (outcome instanceof MutationOutcome.Failed stopped) {
                failed = true;
                return evaluation.error(stopped.message(), stopped.cause());
            }
            JsonNode made = ((MutationOutcome.Changed) outcome).object();
            changed = made;
            return evaluation.pass(MutateRule.passed(made));
        }

        private RuleResult explain(RuleEvaluation evaluation, Trail trail) {
            RuleResult result = judge(evaluation);
            if (changed != null) {
                trail.add(new PatchStep(
                        trail.locate(trail.pointer() + "/mutate"),
                        DocumentPatch.between(object, changed).operations()));
            }
            return result;
        }
    }
}
