package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.AdmissionStep;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;
import io.ephor.engine.wording.FieldPath;

/**
 * Checks a policy as the admission of policies does. Every fault is reported, where the reference stops at the first one.
 *
 * <p>Kyverno: pkg/validation/policy/validate.go
 */
public final class AdmissionChecks {
    private final QueryCompiler queries;
    private final FaultCollector faults;

    /**
     * Makes the checks of one policy.
     *
     * @param queries compiles the expressions
     * @param faults takes the faults
     */
    public AdmissionChecks(QueryCompiler queries, FaultCollector faults) {
        this.queries = queries;
        this.faults = faults;
    }

    /** Checks a policy and its rules as written. */
    public void check(PolicyDefinition policy) {
        boolean background = policy.spec().path("background").asBoolean(true);
        new SpecChecks(faults).check(policy);
        overrides(policy);
        ConditionChecks conditions = new ConditionChecks(faults);
        for (RuleDefinition rule : policy.rules()) {
            new MatchChecks(faults, background).check(rule);
            new ConflictCheck(faults).check(rule);
            JsonNode preconditions = rule.node().path("preconditions");
            if (!preconditions.isEmpty()) {
                String place = FieldPath.of(rule.pointer()) + ".validate.preconditions";
                conditions.checkBlock(preconditions, rule.pointer() + "/preconditions", place);
            }
            new ContextChecks(queries, faults).check(rule);
            new ValidateChecks(faults, conditions).check(rule);
            new MutateChecks(faults, policy).check(rule);
            new VariableChecks(queries, faults, background).check(rule);
        }
        new WarningChecks(faults).check(policy);
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
                        FieldPath.of(rule.pointer()) + ".validate.validationFailureActionOverrides");
            }
        }
        String field = "validationFailureActionOverrides";
        checks.check(policy.spec().path(field), "/spec/" + field, AdmissionStep.OVERRIDES, "spec." + field);
    }
}
