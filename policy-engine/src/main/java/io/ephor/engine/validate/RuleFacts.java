package io.ephor.engine.validate;

import io.ephor.values.SourceRange;

/**
 * What every result of a rule says, however the rule ends.
 *
 * @param name the name of the rule
 * @param source the place of the rule in its policy
 * @param failureActions what a failure means for the request
 */
public record RuleFacts(String name, SourceRange source, FailureActions failureActions) {}
