package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.Policy;
import io.ephor.PolicySet;
import io.ephor.SetResult;
import io.ephor.engine.match.KindIndex;
import io.ephor.engine.match.KindSet;
import io.ephor.engine.match.MatchRequest;
import io.ephor.spi.ExecutablePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** Policies in the order of evaluation, indexed by the kinds that they may concern. Immutable and thread-safe. */
final class StandardPolicySet implements PolicySet {
    private final List<ExecutablePolicy> policies;
    private final KindIndex<ExecutablePolicy> index;

    private StandardPolicySet(List<ExecutablePolicy> policies) {
        this.policies = List.copyOf(policies);
        this.index = KindIndex.of(this.policies, StandardPolicySet::kinds);
    }

    /** Kyverno: pkg/policycache/cache.go. Cluster-wide policies come first. */
    static StandardPolicySet of(Collection<? extends Policy> policies) {
        List<ExecutablePolicy> ordered = new ArrayList<>();
        List<ExecutablePolicy> namespaced = new ArrayList<>();
        for (Policy policy : policies) {
            ExecutablePolicy executable = StandardPolicyEngine.executable(policy);
            (executable.namespace().isEmpty() ? ordered : namespaced).add(executable);
        }
        ordered.addAll(namespaced);
        return new StandardPolicySet(ordered);
    }

    private static KindSet kinds(ExecutablePolicy policy) {
        return policy.kinds().isEmpty() ? KindSet.OPEN : new KindSet(false, policy.kinds());
    }

    @Override
    public List<Policy> policies() {
        return List.copyOf(policies);
    }

    SetResult evaluate(JsonNode resource, EvaluationContext context) {
        String kind = MatchRequest.kind(resource, context);
        List<EvaluationResult> results = new ArrayList<>();
        int examined = 0;
        for (Iterator<ExecutablePolicy> candidates = index.candidates(kind); candidates.hasNext(); ) {
            ExecutablePolicy policy = candidates.next();
            examined += policy instanceof CompiledPolicy compiled ? compiled.ruleCount(kind) : 1;
            EvaluationResult result = policy.evaluate(resource, context);
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
        }
        return SetResult.of(resource, results, examined);
    }

    @Override
    public String toString() {
        return policies.toString();
    }
}
