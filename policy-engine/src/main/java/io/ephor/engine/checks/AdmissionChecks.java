package io.ephor.engine.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.engine.read.PolicyDefinition;
import io.ephor.engine.read.RuleDefinition;
import io.ephor.engine.source.FaultCollector;
import io.ephor.engine.variables.QueryCompiler;

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
        OverrideChecks overrides = new OverrideChecks(faults);
        overrides.check(
                policy.spec().path("validationFailureActionOverrides"), "/spec/validationFailureActionOverrides");
        ConditionChecks conditions = new ConditionChecks(faults);
        for (RuleDefinition rule : policy.rules()) {
            JsonNode ofRule = rule.node().path("validate").path("failureActionOverrides");
            if (!ofRule.isEmpty()) {
                overrides.check(ofRule, rule.pointer() + "/validate/failureActionOverrides");
            }
            new MatchChecks(faults, background).check(rule);
            new ConflictCheck(faults).check(rule);
            JsonNode preconditions = rule.node().path("preconditions");
            if (!preconditions.isEmpty()) {
                conditions.checkBlock(preconditions, rule.pointer() + "/preconditions");
            }
            new ContextChecks(queries, faults).check(rule);
            new ValidateChecks(faults, conditions).check(rule);
            new MutateChecks(faults, policy).check(rule);
            new VariableChecks(queries, faults, background).check(rule);
        }
    }
}
