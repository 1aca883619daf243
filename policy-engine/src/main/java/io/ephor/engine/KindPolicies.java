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
    private final SharedPass together;
    private final int ruleCount;

    private KindPolicies(List<Member> members, SharedPass together, int ruleCount) {
        this.members = members;
        this.together = together;
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
        List<CompiledRule> shared = new ArrayList<>();
        int ruleCount = 0;
        while (candidates.hasNext()) {
            ExecutablePolicy policy = candidates.next();
            if (policy instanceof CompiledPolicy compiled) {
                RulePlan plan = compiled.plan(kind);
                Own own = Own.of(compiled, plan, exceptions.apply(compiled), plan.isDecidedByPatterns(kind));
                members.add(own);
                ruleCount += plan.size();
                if (own.shares) {
                    shared.addAll(plan.rules());
                }
            } else {
                members.add(new Foreign(policy));
                ruleCount++;
            }
        }
        return new KindPolicies(List.copyOf(members), SharedPass.of(shared.toArray(new CompiledRule[0])), ruleCount);
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
        boolean passed = passTogether(request.objects(), context);
        List<EvaluationResult> results = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            EvaluationResult result = member instanceof Own own
                    ? own.evaluate(request, passed)
                    : ((Foreign) member).policy.evaluate(resource, foreign);
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
        }
        return results;
    }

    private boolean passTogether(RequestObjects objects, EvaluationContext context) {
        JsonNode resource = objects.newObject();
        return resource != null
                && context.exceptions().isEmpty()
                && context.phases().contains(Phase.VALIDATE)
                && together.isOrdinary(resource, objects.oldObject(), context)
                && together.holds(resource, context);
    }

    private sealed interface Member {}

    /** A policy of another module. */
    private record Foreign(ExecutablePolicy policy) implements Member {}

    /**
     * A policy of this module.
     *
     * @param shares whether all there is to say is that the rules pass, where their patterns match
     */
    private record Own(CompiledPolicy policy, RulePlan plan, PolicyExceptions exceptions, boolean shares)
            implements Member {
        static Own of(CompiledPolicy policy, RulePlan plan, PolicyExceptions exceptions, boolean decidedByPatterns) {
            boolean shares = decidedByPatterns
                    && exceptions.isEmpty()
                    && policy.namespace().isEmpty()
                    && !policy.phases().contains(Phase.GENERATE);
            return new Own(policy, plan, exceptions, shares);
        }

        EvaluationResult evaluate(JudgedRequest request, boolean sharedPassed) {
            return sharedPassed && shares
                    ? EvaluationResult.of(policy, request.resource(), false, plan.passes())
                    : policy.evaluateMutated(plan, request, exceptions);
        }
    }
}
