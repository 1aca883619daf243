package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Phase;
import io.ephor.Policy;
import io.ephor.PolicyException;
import io.ephor.PolicySet;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.SetResult;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.KindIndex;
import io.ephor.engine.match.KindSet;
import io.ephor.engine.match.MatchRequest;
import io.ephor.spi.ExecutablePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Policies in the order of evaluation, indexed by the kinds that they may concern. Immutable and thread-safe. */
final class StandardPolicySet implements PolicySet {
    private static final Set<Phase> MUTATION = Set.of(Phase.MUTATE, Phase.MUTATE_EXISTING);
    private static final int MOST_KINDS = 200;

    private final List<ExecutablePolicy> policies;
    private final List<PolicyException> exceptions;
    private final IdentityHashMap<ExecutablePolicy, PolicyExceptions> exceptionsByPolicy;
    private final KindIndex<ExecutablePolicy> index;
    private final Map<String, KindPolicies> byKind = new ConcurrentHashMap<>();
    private final boolean mutates;
    private final boolean hasForeignPolicies;

    private StandardPolicySet(List<ExecutablePolicy> policies, Collection<? extends PolicyException> exceptions) {
        this.policies = List.copyOf(policies);
        this.exceptions = List.copyOf(exceptions);
        this.exceptionsByPolicy = exceptionsByPolicy(policies, exceptions);
        this.index = KindIndex.of(this.policies, StandardPolicySet::kinds);
        this.mutates = this.policies.stream().anyMatch(StandardPolicySet::mutates);
        this.hasForeignPolicies = this.policies.stream().anyMatch(policy -> !(policy instanceof CompiledPolicy));
    }

    /** Kyverno: pkg/policycache/cache.go. Cluster-wide policies come first. */
    static StandardPolicySet of(
            Collection<? extends Policy> policies, Collection<? extends PolicyException> exceptions) {
        List<ExecutablePolicy> ordered = new ArrayList<>();
        List<ExecutablePolicy> namespaced = new ArrayList<>();
        for (Policy policy : policies) {
            ExecutablePolicy executable = StandardPolicyEngine.executable(policy);
            (executable.namespace().isEmpty() ? ordered : namespaced).add(executable);
        }
        ordered.addAll(namespaced);
        return new StandardPolicySet(ordered, exceptions);
    }

    private static IdentityHashMap<ExecutablePolicy, PolicyExceptions> exceptionsByPolicy(
            List<ExecutablePolicy> policies, Collection<? extends PolicyException> exceptions) {
        IdentityHashMap<ExecutablePolicy, PolicyExceptions> byPolicy = new IdentityHashMap<>();
        for (ExecutablePolicy policy : policies) {
            if (policy instanceof CompiledPolicy compiled) {
                PolicyExceptions own = PolicyExceptions.of(compiled.key(), exceptions);
                if (!own.isEmpty()) {
                    byPolicy.put(policy, own);
                }
            }
        }
        return byPolicy;
    }

    private static KindSet kinds(ExecutablePolicy policy) {
        return policy.kinds().isEmpty() ? KindSet.OPEN : new KindSet(false, policy.kinds());
    }

    @Override
    public List<Policy> policies() {
        return List.copyOf(policies);
    }

    @Override
    public List<PolicyException> exceptions() {
        return exceptions;
    }

    /** Mutates in order, then validates what came out. */
    SetResult evaluate(JsonNode resource, EvaluationContext context) {
        if (!mutates || !CompiledPolicy.mutates(context)) {
            return validate(resource, context);
        }
        List<EvaluationResult> mutated = mutate(resource, context);
        JsonNode patched =
                mutated.isEmpty() ? resource : mutated.get(mutated.size() - 1).patchedResource();
        Set<Phase> phases = EnumSet.copyOf(context.phases());
        phases.removeAll(MUTATION);
        boolean refused = context.request() != null && mutated.stream().anyMatch(EvaluationResult::blocked);
        if (refused || phases.isEmpty()) {
            return SetResult.of(resource, mutated, examined(resource, context));
        }
        SetResult validated = validate(patched, only(phases, context));
        return SetResult.of(resource, joined(mutated, validated.results()), validated.rulesExamined());
    }

    private static boolean mutates(ExecutablePolicy policy) {
        return !Collections.disjoint(policy.phases(), MUTATION);
    }

    /** Policies of this module leave out phases by themselves: a copy of the context is made for others alone. */
    private EvaluationContext only(Set<Phase> phases, EvaluationContext context) {
        return hasForeignPolicies
                ? context.toBuilder().phases(phases.toArray(Phase[]::new)).build()
                : context;
    }

    private List<EvaluationResult> mutate(JsonNode resource, EvaluationContext context) {
        List<EvaluationResult> results = new ArrayList<>();
        Set<Phase> phases = EnumSet.copyOf(context.phases());
        phases.retainAll(MUTATION);
        EvaluationContext foreign = withExceptions(only(phases, context));
        JsonNode current = resource;
        Iterator<ExecutablePolicy> candidates = index.candidates(MatchRequest.kind(resource, context));
        while (candidates.hasNext()) {
            ExecutablePolicy policy = candidates.next();
            if (!mutates(policy)) {
                continue;
            }
            EvaluationResult result = policy instanceof CompiledPolicy compiled
                    ? compiled.mutate(current, context, exceptionsFrom(compiled))
                    : policy.evaluate(current, foreign);
            current = result.patchedResource();
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
        }
        return results;
    }

    private int examined(JsonNode resource, EvaluationContext context) {
        return policies(MatchRequest.kind(resource, context)).ruleCount();
    }

    /** Puts what a policy made in front of what it then said; other results of the same policy stand at the end. */
    private List<EvaluationResult> joined(List<EvaluationResult> mutated, List<EvaluationResult> validated) {
        IdentityHashMap<Policy, EvaluationResult> made = new IdentityHashMap<>();
        IdentityHashMap<Policy, EvaluationResult> said = new IdentityHashMap<>();
        List<EvaluationResult> more = new ArrayList<>();
        mutated.forEach(result -> made.put(result.policy(), result));
        for (EvaluationResult result : validated) {
            if (said.putIfAbsent(result.policy(), result) != null) {
                more.add(result);
            }
        }
        List<EvaluationResult> results = new ArrayList<>();
        for (ExecutablePolicy policy : policies) {
            EvaluationResult first = made.get(policy);
            EvaluationResult then = said.get(policy);
            if (first != null || then != null) {
                results.add(first == null ? then : then == null ? first : first.followedBy(then));
            }
        }
        results.addAll(more);
        return results;
    }

    private SetResult validate(JsonNode resource, EvaluationContext context) {
        if (context.request() != null) {
            return admit(resource, context);
        }
        JudgedRequest request = new JudgedRequest(resource, context);
        KindPolicies policies = policies(request.kind());
        return SetResult.of(resource, policies.evaluate(request, withExceptions(context)), policies.ruleCount());
    }

    /** Kinds come from resources, so that no more of them are remembered than a cluster has. */
    private KindPolicies policies(String kind) {
        KindPolicies known = byKind.get(kind);
        if (known == null) {
            known = KindPolicies.of(kind, index.candidates(kind), this::exceptionsFrom);
            if (byKind.size() < MOST_KINDS) {
                byKind.put(kind, known);
            }
        }
        return known;
    }

    /**
     * Answers as an admission controller: rules that audit are evaluated once those that enforce let the request pass.
     *
     * <p>Kyverno: pkg/webhooks/resource/handlers.go
     */
    private SetResult admit(JsonNode resource, EvaluationContext context) {
        EvaluationContext foreign = withExceptions(context);
        String kind = MatchRequest.kind(resource, context);
        List<EvaluationResult> results = new ArrayList<>();
        List<CompiledPolicy> audited = new ArrayList<>();
        boolean blocked = false;
        int examined = 0;
        for (Iterator<ExecutablePolicy> candidates = index.candidates(kind); candidates.hasNext(); ) {
            ExecutablePolicy policy = candidates.next();
            EvaluationResult result;
            if (!(policy instanceof CompiledPolicy compiled)) {
                result = policy.evaluate(resource, foreign);
            } else if (compiled.admits()) {
                audited.add(compiled);
                result = compiled.validate(FailureAction.ENFORCE, resource, context, exceptionsFrom(compiled));
            } else {
                continue;
            }
            examined += ruleCount(policy, kind);
            blocked |= result.blocked();
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
        }
        if (blocked) {
            return SetResult.of(resource, results, examined);
        }
        List<String> warnings = new ArrayList<>();
        results.forEach(result -> warn(result, warnings));
        for (CompiledPolicy policy : audited) {
            EvaluationResult result = policy.validate(FailureAction.AUDIT, resource, context, exceptionsFrom(policy));
            if (!result.rules().isEmpty()) {
                results.add(result);
            }
            if (policy.emitsWarnings()) {
                warn(result, warnings);
            }
        }
        generate(audited, resource, context, results);
        return SetResult.of(resource, results, examined).withWarnings(warnings);
    }

    private void generate(
            List<CompiledPolicy> policies,
            JsonNode resource,
            EvaluationContext context,
            List<EvaluationResult> results) {
        if (!context.phases().contains(Phase.GENERATE)) {
            return;
        }
        for (CompiledPolicy policy : policies) {
            if (policy.phases().contains(Phase.GENERATE)) {
                EvaluationResult result = policy.generate(resource, context, exceptionsFrom(policy));
                if (!result.rules().isEmpty()) {
                    results.add(result);
                }
            }
        }
    }

    /** Kyverno: pkg/webhooks/utils/warning.go. */
    private static void warn(EvaluationResult result, List<String> warnings) {
        for (RuleResult rule : result.rules()) {
            if (rule.status() != RuleStatus.PASS && rule.status() != RuleStatus.SKIP) {
                warnings.add("policy " + result.policy().name() + "." + rule.name() + ": " + rule.message());
            }
        }
    }

    private static int ruleCount(ExecutablePolicy policy, String kind) {
        return policy instanceof CompiledPolicy compiled ? compiled.ruleCount(kind) : 1;
    }

    private PolicyExceptions exceptionsFrom(CompiledPolicy policy) {
        return exceptionsByPolicy.getOrDefault(policy, PolicyExceptions.NONE);
    }

    private EvaluationContext withExceptions(EvaluationContext context) {
        if (exceptions.isEmpty() || !hasForeignPolicies) {
            return context;
        }
        List<PolicyException> all = new ArrayList<>(exceptions);
        all.addAll(context.exceptions());
        return context.toBuilder().exceptions(all).build();
    }

    @Override
    public String toString() {
        return policies.toString();
    }
}
