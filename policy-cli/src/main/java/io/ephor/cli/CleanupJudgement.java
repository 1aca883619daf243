package io.ephor.cli;

import io.ephor.CleanupDecision;
import io.ephor.CleanupPolicy;
import io.ephor.CleanupReason;
import io.ephor.RuleStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What a cleanup policy would do to a resource, as reports show it. Immutable.
 *
 * <p>Kyverno: cmd/cli/kubectl-kyverno/commands/apply/command.go
 *
 * @param policy the cleanup policy
 * @param decision whether the resource would be deleted, and why
 * @param next when the policy runs next; empty where it never does
 */
record CleanupJudgement(CleanupPolicy policy, CleanupDecision decision, Optional<Instant> next) {
    /** Returns the status: a resource that stays fails, since the policy was meant to delete it. */
    RuleStatus status() {
        if (decision.reason() == CleanupReason.ERROR) {
            return RuleStatus.ERROR;
        }
        return decision.deletes() ? RuleStatus.PASS : RuleStatus.FAIL;
    }

    /** Returns the message of the reference, which says nothing of the reason. */
    String message() {
        return switch (status()) {
            case PASS -> "resource matched";
            case FAIL -> "resource did not match";
            default -> decision.message();
        };
    }
}
