package io.ephor.engine.conditions;

/**
 * What conditions came to.
 *
 * @param passed whether they hold
 * @param message the messages of the conditions that decided, as they are written; empty where they have none
 */
public record ConditionOutcome(boolean passed, String message) {
    static final ConditionOutcome PASSED = new ConditionOutcome(true, "");
    static final ConditionOutcome FAILED = new ConditionOutcome(false, "");

    static ConditionOutcome of(boolean passed, String message) {
        if (message.isEmpty()) {
            return passed ? PASSED : FAILED;
        }
        return new ConditionOutcome(passed, message);
    }
}
