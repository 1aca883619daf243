package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Phase;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.spi.ExecutablePolicy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * The policies of a set that may concern the resources of one kind, with the rules that such resources get. Patterns of
 * different policies walk through a resource together. Immutable and thread-safe.
 */
final class KindPolicies {
    private final List<Member> members;
    private final SharedPass certain;
    private final SharedPass choices;
    private final int ruleCount;

    /**
     * @param certain of the policies that fail where their patterns do not match
     * @param choices of those that have a choice of patterns: of the first ones
     */
    private KindPolicies(List<Member> members, SharedPass certain, SharedPass choices, int ruleCount) {
        this.members = members;
        this.certain = certain;
        this.choices = choices;
        this.ruleCount = ruleCount;
    }

    /**
     * Prepares the policies for a kind.
     *
     * @param candidates the policies that may concern the kind, in order
     * @param exceptions says what the set excepts from a policy
     */
    static KindPolicies of(
            String kind, Iterator<ExecutablePolicy> candidates, Function<CompiledPolicy, PolicyExceptions> exceptions) {
        List<Member> members = new ArrayList<>();
        List<CompiledRule> certain = new ArrayList<>();
        List<CompiledRule> choices = new ArrayList<>();
        int ruleCount = 0;
        while (candidates.hasNext()) {
            ExecutablePolicy policy = candidates.next();
            if (!(policy instanceof CompiledPolicy compiled)) {
                members.add(new Foreign(policy));
                ruleCount++;
                continue;
            }
            Own own = Own.of(compiled, compiled.plan(kind), exceptions.apply(compiled), kind);
            members.add(own);
            ruleCount += own.plan.size();
            if (own.share != Share.NONE) {
                (own.share == Share.CERTAIN ? certain : choices).addAll(own.plan.rules());
            }
        }
        SharedPass first = SharedPass.of(choices, CompiledRule::passingPattern);
        return new KindPolicies(List.copyOf(members), SharedPass.of(certain), first, ruleCount);
    }

    /** Returns how many rules a resource of the kind is compared with. */
    int ruleCount() {
        return ruleCount;
    }

    /**
     * Evaluates the policies without their mutations.
     *
     * @param resource the resource as mutation left it
     * @param foreign the context for policies of other modules
     * @return the results of the policies that concern the resource, in order
     */
    List<EvaluationResult> evaluate(JsonNode resource, EvaluationContext context, EvaluationContext foreign) {
        JudgedRequest request = JudgedRequest.of(resource, context);
        boolean certainPass = passTogether(certain, request);
        boolean choicesPass = passTogether(choices, request);
        List<EvaluationResult> results = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            EvaluationResult result = member instanceof Own own
                    ? own.evaluate(request, own.share == Share.CERTAIN ? certainPass : choicesPass)
                    : ((Foreign) member).policy.evaluate(resource, foreign);
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
        }
        return results;
    }

    private static boolean passTogether(SharedPass patterns, JudgedRequest request) {
        JsonNode resource = request.objects().newObject();
        EvaluationContext context = request.context();
        return resource != null
                && context.exceptions().isEmpty()
                && context.phases().contains(Phase.VALIDATE)
                && patterns.isOrdinary(resource, request.objects().oldObject(), context)
                && patterns.holds(resource, context);
    }

    /** With which other policies a policy walks through a resource. */
    private enum Share {
        NONE,
        CERTAIN,
        CHOICE
    }

    private sealed interface Member {}

    /** A policy of another module. */
    private record Foreign(ExecutablePolicy policy) implements Member {}

    /** A policy of this module. */
    private record Own(CompiledPolicy policy, RulePlan plan, PolicyExceptions exceptions, Share share)
            implements Member {
        static Own of(CompiledPolicy policy, RulePlan plan, PolicyExceptions exceptions, String kind) {
            boolean shares = plan.passesByPatterns(kind)
                    && exceptions.isEmpty()
                    && policy.namespace().isEmpty()
                    && !policy.phases().contains(Phase.GENERATE);
            Share share = !shares ? Share.NONE : plan.hasChoice() ? Share.CHOICE : Share.CERTAIN;
            return new Own(policy, plan, exceptions, share);
        }

        EvaluationResult evaluate(JudgedRequest request, boolean sharedPassed) {
            return sharedPassed && share != Share.NONE
                    ? EvaluationResult.passed(policy, request.resource(), plan.passes())
                    : policy.evaluateMutated(plan, request, exceptions);
        }
    }
}
