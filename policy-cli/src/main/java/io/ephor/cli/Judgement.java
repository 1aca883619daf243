package io.ephor.cli;

import io.ephor.EvaluationResult;
import io.ephor.FailureAction;
import io.ephor.Policy;
import io.ephor.RuleResult;
import io.ephor.RuleStatus;

/**
 * How the command line sees the result of one policy: a failure may count as a warning. Immutable.
 *
 * @param result what the engine said
 * @param auditWarns whether a failure whose action is Audit counts as a warning
 */
record Judgement(EvaluationResult result, boolean auditWarns) {
    private static final String SCORED = "policies.kyverno.io/scored";

    /** Returns the status of a rule as reports show it. Kyverno: cmd/cli/kubectl-kyverno/processor/result.go. */
    RuleStatus status(RuleResult rule) {
        if (rule.status() != RuleStatus.FAIL) {
            return rule.status();
        }
        boolean unscored = "false".equals(result.policy().annotations().get(SCORED));
        return unscored || isAuditWarning(rule) ? RuleStatus.WARN : RuleStatus.FAIL;
    }

    /** Says whether a rule failed and its failure is a warning because it is only to be audited. */
    boolean isAuditWarning(RuleResult rule) {
        return auditWarns && rule.status() == RuleStatus.FAIL && rule.failureAction() == FailureAction.AUDIT;
    }

    Policy policy() {
        return result.policy();
    }
}
