package io.ephor.explain;

import io.ephor.values.SourceRange;
import org.jspecify.annotations.Nullable;

/**
 * A loop of {@code foreach} that begins. The steps of its elements follow.
 *
 * @param source the place of the loop in the policy
 * @param list the expression of the list
 * @param size how many elements there are; null where the list has no value or is null, and the loop is passed over
 */
public record LoopStep(
        SourceRange source, String list, @Nullable Integer size) implements Step {}
