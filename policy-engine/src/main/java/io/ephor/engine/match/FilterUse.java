package io.ephor.engine.match;

/** Where a filter stands; Kyverno has a matcher of its own for each, with differences. */
public enum FilterUse {
    /**
     * The {@code match} or {@code exclude} of a rule.
     *
     * <p>Kyverno: {@code pkg/engine/utils/match.go}
     */
    RULE,
    /**
     * The {@code match} of a policy exception.
     *
     * <p>Kyverno: {@code pkg/engine/utils/exceptions.go}
     */
    EXCEPTION,
    /**
     * The {@code match} or {@code exclude} of a cleanup policy.
     *
     * <p>Kyverno: {@code pkg/utils/match/match.go}
     */
    CLEANUP;

    boolean isStatement() {
        return this != RULE;
    }
}
