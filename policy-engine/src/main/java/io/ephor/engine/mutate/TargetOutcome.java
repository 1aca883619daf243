package io.ephor.engine.mutate;

import org.jspecify.annotations.Nullable;

/**
 * What a rule made of one of its targets.
 *
 * @param target the target; null for the targets that could not be found
 * @param outcome the outcome
 */
public record TargetOutcome(@Nullable Target target, MutationOutcome outcome) {}
