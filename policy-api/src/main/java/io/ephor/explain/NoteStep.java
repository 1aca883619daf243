package io.ephor.explain;

import io.ephor.values.SourceRange;

/**
 * Why the rule went no further, or took a way of its own, where no value decided: it was not asked, there is no object,
 * more steps were taken than are kept. Of a rule that generates also what it makes.
 *
 * @param source the place in the policy
 * @param code the stable name of the reason, such as {@code not-in-phases}
 * @param text the reason for people: lower-case start, no full stop
 */
public record NoteStep(SourceRange source, String code, String text) implements Step {}
