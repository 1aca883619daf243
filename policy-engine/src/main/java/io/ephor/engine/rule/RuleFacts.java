package io.ephor.engine.rule;

import io.ephor.RuleType;
import io.ephor.values.SourceRange;

/**
 * What every result of a rule says, however the rule ends.
 *
 * @param name the name of the rule
 * @param type what the rule does
 * @param source the place of the rule in its policy
 * @param failureActions what a failure means for the request
 */
public record RuleFacts(String name, RuleType type, SourceRange source, FailureActions failureActions) {}
