package io.ephor.engine;

import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Phase;
import io.ephor.RuleResult;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.spi.ExecutablePolicy;
import io.ephor.spi.PolicyResults;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a set that may concern the resources of one kind, with the rules that such resources get. Patterns of
 * different policies walk through a resource together. Immutable and thread-safe.
 */
final class KindPolicies {
    private final List<Member> members;
    private final List<SharedPass> walks;
    private final int ruleCount;

    private KindPolicies(List<Member> members, List<SharedPass> walks, int ruleCount) {
        this.members = members;
        this.walks = walks;
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
        List<SharedPass> walks = new ArrayList<>();
        List<CompiledRule> shared = new ArrayList<>();
        int ruleCount = 0;
        while (candidates.hasNext()) {
            ExecutablePolicy policy = candidates.next();
            if (!(policy instanceof CompiledPolicy compiled)) {
                members.add(new Foreign(policy));
                ruleCount++;
                continue;
            }
            RulePlan plan = compiled.plan(kind);
            PolicyExceptions excepted = exceptions.apply(compiled);
            ruleCount += plan.size();
            if (!mayShare(compiled, plan, excepted, kind)) {
                members.add(Own.of(compiled, plan, excepted, 0, SharedPass.ALL));
                continue;
            }
            int count = plan.rules().size();
            if (shared.size() + count > SharedPass.MOST_RULES) {
                walks.add(SharedPass.of(shared));
                shared.clear();
            }
            members.add(Own.of(compiled, plan, excepted, walks.size(), bits(shared.size(), count)));
            shared.addAll(plan.rules());
        }
        walks.add(SharedPass.of(shared));
        return new KindPolicies(List.copyOf(members), List.copyOf(walks), ruleCount);
    }

    /** Says whether all there may be to say of a policy is that its rules pass, because patterns match. */
    private static boolean mayShare(CompiledPolicy policy, RulePlan plan, PolicyExceptions excepted, String kind) {
        return plan.passesByPatterns(kind)
                && plan.rules().size() <= SharedPass.MOST_RULES
                && excepted.isEmpty()
                && policy.namespace().isEmpty()
                && !policy.phases().contains(Phase.GENERATE);
    }

    private static long bits(int from, int count) {
        return count == 0 ? 0 : -1L >>> (Long.SIZE - count) << from;
    }

    /** Returns how many rules a resource of the kind is compared with. */
    int ruleCount() {
        return ruleCount;
    }

    /**
     * Evaluates the policies without their mutations.
     *
     * @param request a request of the kind
     * @param foreign the context for policies of other modules
     * @return the results of the policies that concern the resource, in order
     */
    List<EvaluationResult> evaluate(JudgedRequest request, EvaluationContext foreign) {
        long[] toAsk = toAsk(request);
        PolicyResults results = new PolicyResults(request.resource(), members.size());
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            EvaluationResult result;
            if (member instanceof Own own) {
                RuleResult[] rules = own.evaluate(request, toAsk);
                if (own.passes != null && rules == own.passes.results()) {
                    results.addPasses(own.passes);
                    continue;
                }
                result = own.policy.result(rules, request, own.exceptions);
            } else {
                result = ((Foreign) member).policy.evaluate(request.resource(), foreign);
            }
            if (!result.rules().isEmpty()) {
                results.addResult(result);
            }
        }
        return results;
    }

    /** Returns, for each walk, which of its rules have to be asked. */
    private long[] toAsk(JudgedRequest request) {
        EvaluationContext context = request.context();
        boolean shares = context.exceptions().isEmpty() && context.phases().contains(Phase.VALIDATE);
        long[] toAsk = new long[walks.size()];
        for (int i = 0; i < toAsk.length; i++) {
            toAsk[i] = shares ? walks.get(i).asked(request) : SharedPass.ALL;
        }
        return toAsk;
    }

    private sealed interface Member {}

    /** A policy of another module. */
    private record Foreign(ExecutablePolicy policy) implements Member {}

    /**
     * A policy of this module.
     *
     * @param walk the walk that its rules take part in
     * @param rules the bits of the rules in it; all bits where they take part in none
     * @param passes what the policy says where all of its rules pass; null where there may be more to say then
     */
    private record Own(
            CompiledPolicy policy,
            RulePlan plan,
            PolicyExceptions exceptions,
            int walk,
            long rules,
            PolicyResults.@Nullable Passes passes)
            implements Member {
        static Own of(CompiledPolicy policy, RulePlan plan, PolicyExceptions exceptions, int walk, long rules) {
            RuleResult[] results = plan.passes();
            PolicyResults.Passes passes = null;
            if (results != null && results.length > 0 && !policy.phases().contains(Phase.GENERATE)) {
                passes = new PolicyResults.Passes(policy, results);
            }
            return new Own(policy, plan, exceptions, walk, rules, passes);
        }

        /** Returns the results of the rules; those of the passes where all pass. */
        RuleResult[] evaluate(JudgedRequest request, long[] toAsk) {
            return (toAsk[walk] & rules) == 0 && rules != SharedPass.ALL && passes != null
                    ? passes.results()
                    : policy.judge(plan, request, exceptions);
        }
    }
}
