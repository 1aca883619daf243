package io.ephor.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.EvaluationContext;
import io.ephor.FailureAction;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;
import io.ephor.engine.exceptions.CompiledException;
import io.ephor.engine.exceptions.PolicyExceptions;
import io.ephor.engine.match.CompiledMatch;
import io.ephor.engine.match.MatchRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a resource of some kind is compared with, in order. Immutable and thread-safe.
 *
 * <p>Where every rule passes with its prepared result, all evaluations share one array of results.
 */
final class RulePlan {
    private final CompiledRule[] listed;
    // those of them that may match
    private final CompiledRule[] rules;
    private final RuleResult @Nullable [] passes;
    private final PolicyScope.Factory scopes;
    private final boolean firstAppliedOnly;

    // Made on the first evaluation; whichever thread makes it, every one would make the same.
    private @Nullable SharedPass sharedPass;

    /**
     * Makes a plan.
     *
     * @param scopes opens what the rules share in an evaluation
     * @param firstAppliedOnly whether the first rule that passes or fails ends the evaluation
     */
    RulePlan(List<CompiledRule> rules, PolicyScope.Factory scopes, boolean firstAppliedOnly) {
        this(rules, rules, scopes, firstAppliedOnly);
    }

    private RulePlan(
            List<CompiledRule> listed, List<CompiledRule> rules, PolicyScope.Factory scopes, boolean firstAppliedOnly) {
        this.scopes = scopes;
        this.listed = listed.toArray(new CompiledRule[0]);
        this.rules = rules.toArray(new CompiledRule[0]);
        this.firstAppliedOnly = firstAppliedOnly;
        this.passes = firstAppliedOnly ? null : preparedPasses(this.rules);
    }

    /** Returns the results when all rules pass, or null where a rule has none that is prepared. */
    private static RuleResult @Nullable [] preparedPasses(CompiledRule[] rules) {
        RuleResult[] passes = new RuleResult[rules.length];
        for (int i = 0; i < rules.length; i++) {
            RuleResult pass = rules[i].body().preparedPass();
            if (pass == null || pass.status() != RuleStatus.PASS) {
                return null;
            }
            passes[i] = pass;
        }
        return passes;
    }

    /**
     * Returns the plan of the same policy for resources of a kind.
     *
     * @param others the rules that such resources are compared with
     */
    RulePlan forKind(String kind, List<CompiledRule> others) {
        List<CompiledRule> concerned = new ArrayList<>(others.size());
        for (CompiledRule rule : others) {
            if (!rule.leavesOut(kind)) {
                concerned.add(rule);
            }
        }
        return rules().equals(concerned) && Arrays.asList(listed).equals(others)
                ? this
                : new RulePlan(others, concerned, scopes, firstAppliedOnly);
    }

    /** Says whether there is a rule that leaves out all resources of a kind. */
    boolean leavesOut(String kind) {
        for (CompiledRule rule : rules) {
            if (rule.leavesOut(kind)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the plan of the rules that an admission controller evaluates together, or null where there are none.
     *
     * @param action the action of the rules
     * @param namespace the namespace of the request; empty for one that is in none
     */
    @Nullable
    RulePlan ofAction(FailureAction action, String namespace, Map<String, String> namespaceLabels) {
        int count = 0;
        for (CompiledRule rule : rules) {
            count += rule.isSortedUnder(action, namespace, namespaceLabels) ? 1 : 0;
        }
        if (count == 0 || count == rules.length) {
            return count == 0 ? null : this;
        }
        List<CompiledRule> chosen = new ArrayList<>(count);
        for (CompiledRule rule : rules) {
            if (rule.isSortedUnder(action, namespace, namespaceLabels)) {
                chosen.add(rule);
            }
        }
        return new RulePlan(chosen, scopes, firstAppliedOnly);
    }

    /** Returns the action of the first rule that states one for a resource, otherwise that of the policy. */
    FailureAction failureAction(JsonNode resource, EvaluationContext context) {
        for (CompiledRule rule : listed) {
            FailureAction own = rule.frame().facts().failureActions().ofRule(resource, context);
            if (own != null) {
                return own;
            }
        }
        return listed.length == 0
                ? FailureAction.AUDIT
                : listed[0].frame().facts().failureActions().of(resource, context);
    }

    /** Returns the rules that may match, in order. */
    List<CompiledRule> rules() {
        return Arrays.asList(rules);
    }

    /** Says whether all rules concern a kind of resource, and pass with {@link #passes} where patterns match. */
    boolean passesByPatterns(String kind) {
        for (CompiledRule rule : rules) {
            if (rule.passingPattern() == null || !rule.frame().match().matchesKind(kind)) {
                return false;
            }
        }
        return passes != null;
    }

    /**
     * Returns the very results that {@link #evaluate} has where all rules pass with prepared ones, or null where there are
     * none; nobody may write to the array.
     */
    RuleResult @Nullable [] passes() {
        return passes;
    }

    /** Returns how many rules a resource is compared with, which those are too that by their kind cannot match. */
    int size() {
        return listed.length;
    }

    /**
     * Evaluates the rules.
     *
     * @param asked what the rules are asked about
     * @param exceptions the exceptions that name the policy
     * @return the results of the rules that matched and had an answer; nobody may write to the array
     */
    RuleResult[] evaluate(JudgedRequest asked, PolicyExceptions exceptions) {
        String kind = asked.kind();
        JsonNode resource = asked.newObject();
        JsonNode oldResource = asked.oldObject();
        EvaluationContext context = asked.context();
        RuleResult[] sure = passes;
        long toAsk = sure != null && exceptions.isEmpty()
                ? sharedPass().asked(kind, resource, oldResource, context)
                : SharedPass.ALL;
        if (sure != null && toAsk == 0) {
            return sure;
        }
        RuleResult[] prepared = sure;
        RuleResult[] results = prepared == null ? new RuleResult[rules.length] : prepared;
        PolicyScope scope = null;
        int count = 0;
        for (int i = 0; i < rules.length; i++) {
            RuleResult result = null;
            if (sure != null && (toAsk >>> i & 1) == 0) {
                result = sure[i];
            } else {
                CompiledMatch match = rules[i].frame().match();
                boolean matched;
                if (match.decidesByKind() && context.subresource().isEmpty()) {
                    matched = match.matchesKind(kind);
                } else {
                    matched = match.matches(asked.match());
                }
                List<CompiledException> named =
                        matched ? exceptions.ofRule(rules[i].frame().facts().name()) : List.of();
                result = matched && named.isEmpty() ? rules[i].settle(asked) : null;
                if (matched && result == null) {
                    scope = scope == null ? scopes.open(resource, oldResource, context) : scope;
                    result = rules[i].judge(resource, oldResource, context, scope, named);
                }
            }
            if (prepared != null && result == prepared[i]) {
                count++;
                continue;
            }
            if (prepared != null) {
                results = new RuleResult[rules.length];
                System.arraycopy(prepared, 0, results, 0, count);
                prepared = null;
            }
            if (result != null) {
                results[count++] = result;
                if (firstAppliedOnly && isApplied(result)) {
                    break;
                }
            }
        }
        return count == results.length ? results : Arrays.copyOf(results, count);
    }

    /**
     * Says the same as {@link #evaluate}, and notes why.
     *
     * @param judged the object on which rules are matched: the new resource, or the old one on DELETE
     * @param resource the new resource, or null on DELETE
     * @param oldResource the old resource, or null where there is none
     * @param exceptions the exceptions that name the policy
     */
    void explain(
            JsonNode judged,
            @Nullable JsonNode resource,
            @Nullable JsonNode oldResource,
            EvaluationContext context,
            PolicyExceptions exceptions,
            Reasons reasons) {
        MatchRequest request = MatchRequest.of(judged, context);
        PolicyScope scope = scopes.open(resource, oldResource, context, reasons.trail());
        boolean ended = false;
        for (CompiledRule rule : listed) {
            if (ended) {
                reasons.unasked(rule.frame(), judged, Reasons.FIRST_APPLIED_ONLY);
                continue;
            }
            List<CompiledException> named =
                    exceptions.ofRule(rule.frame().facts().name());
            RuleResult result = reasons.rule(
                    rule.frame(),
                    judged,
                    trail -> rule.explain(request, resource, oldResource, context, scope, named, trail));
            ended = firstAppliedOnly && result != null && isApplied(result);
        }
    }

    /** Notes of every rule that it is not asked. */
    void leaveOut(JsonNode judged, Reasons.Cause cause, Reasons reasons) {
        for (CompiledRule rule : listed) {
            reasons.unasked(rule.frame(), judged, cause);
        }
    }

    private SharedPass sharedPass() {
        SharedPass made = sharedPass;
        if (made == null) {
            made = SharedPass.of(rules());
            sharedPass = made;
        }
        return made;
    }

    /** Kyverno: pkg/engine/api/policyresponse.go. Skips and errors do not count. */
    private static boolean isApplied(RuleResult result) {
        return result.status() == RuleStatus.PASS || result.status() == RuleStatus.FAIL;
    }
}
