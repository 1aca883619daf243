package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.autogen.Autogen;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks a policy as the admission of policies does. Every fault is reported, where the reference stops at the first one.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go
 */
public final class AdmissionChecks {
    private static final String ON_POLICY_UPDATE = "mutateExistingOnPolicyUpdate";
    private static final String OVERRIDES = "validationFailureActionOverrides";
    private static final String OVERRIDES_POINTER = "/spec/" + OVERRIDES;

    private final QueryCompiler queries;
    private final FaultCollector faults;
    private final Set<String> clusterScopedKinds;

    /**
     * Makes the checks of one policy.
     *
     * @param queries compiles the expressions
     * @param faults takes the faults
     * @param clusterScopedKinds the kinds that are in no namespace, such as {@code v1/Namespace}
     */
    public AdmissionChecks(QueryCompiler queries, FaultCollector faults, Set<String> clusterScopedKinds) {
        this.queries = queries;
        this.faults = faults;
        this.clusterScopedKinds = clusterScopedKinds;
    }

    /** Checks a policy and its rules as written. */
    public void check(PolicyDefinition policy) {
        boolean background = policy.spec().path("background").asBoolean(true);
        new SpecChecks(faults).check(policy);
        overrides(policy);
        boolean onUpdate = background || runsOnPolicyUpdate(policy);
        boolean targets = hasTargets(policy);
        VariableChecks variables = new VariableChecks(queries, faults, onUpdate, targets);
        ConditionChecks conditions = new ConditionChecks(faults);
        MatchChecks matches = new MatchChecks(faults, background);
        ConflictCheck conflicts = new ConflictCheck(faults);
        ContextChecks contexts = new ContextChecks(queries, faults);
        ValidateChecks validates = new ValidateChecks(faults, conditions);
        MutateChecks mutates = new MutateChecks(faults, policy);
        GenerateChecks generates = new GenerateChecks(faults, policy, clusterScopedKinds);
        WarningChecks warnings = new WarningChecks(faults, policy);
        warnings.check();
        for (RuleDefinition rule : policy.rules()) {
            matches.check(rule);
            conflicts.check(rule);
            JsonNode preconditions = rule.node().path("preconditions");
            if (!preconditions.isEmpty()) {
                ToldPlace place = new ToldPlace(rule.pointer(), ".validate.preconditions");
                conditions.checkBlock(preconditions, rule.pointer() + "/preconditions", place);
            }
            contexts.check(rule);
            validates.check(rule);
            mutates.check(rule);
            generates.check(rule);
            if (rule.words().variables()) {
                variables.check(rule);
            }
            warnings.check(rule);
        }
        if (targets) {
            derived(policy, variables);
        }
    }

    /** A policy of a namespace has none, and those of its rules are not looked at. */
    private void overrides(PolicyDefinition policy) {
        if (policy.kind().kind().equals(PolicyDefinition.NAMESPACED_KIND)) {
            return;
        }
        OverrideChecks checks = new OverrideChecks(faults);
        for (RuleDefinition rule : policy.rules()) {
            JsonNode overrides = rule.node().path("validate").path("failureActionOverrides");
            if (!overrides.isEmpty()) {
                checks.check(
                        overrides,
                        rule.pointer() + "/validate/failureActionOverrides",
                        AdmissionStep.RULE_OVERRIDES,
                        new ToldPlace(rule.pointer(), ".validate.validationFailureActionOverrides"));
            }
        }
        checks.check(
                policy.spec().path(OVERRIDES),
                OVERRIDES_POINTER,
                AdmissionStep.OVERRIDES,
                new ToldPlace(OVERRIDES_POINTER, ""));
    }

    /** What autogen derives from a rule with targets has none, and must do without their variables. */
    private static void derived(PolicyDefinition policy, VariableChecks variables) {
        Set<String> withTargets = new HashSet<>();
        for (RuleDefinition rule : policy.rules()) {
            if (hasTargets(rule)) {
                withTargets.add(rule.pointer());
            }
        }
        for (RuleDefinition rule : Autogen.of(policy).rules()) {
            if (rule.derived() && withTargets.contains(rule.pointer())) {
                variables.checkDerived(rule);
            }
        }
    }

    private static boolean hasTargets(PolicyDefinition policy) {
        for (RuleDefinition rule : policy.rules()) {
            if (hasTargets(rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasTargets(RuleDefinition rule) {
        return rule.node().path("mutate").hasNonNull("targets");
    }

    /** Says whether a rule is evaluated too when the policy changes, where there is no request. */
    private static boolean runsOnPolicyUpdate(PolicyDefinition policy) {
        boolean byPolicy = policy.spec().path(ON_POLICY_UPDATE).asBoolean();
        for (RuleDefinition rule : policy.rules()) {
            JsonNode mutate = rule.node().path("mutate");
            if (mutate.isObject() && mutate.path(ON_POLICY_UPDATE).asBoolean(byPolicy)) {
                return true;
            }
        }
        return false;
    }
}
