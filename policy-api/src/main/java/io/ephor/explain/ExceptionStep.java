package io.ephor.explain;

import io.ephor.values.SourceRange;

/**
 * A policy exception that names the rule.
 *
 * @param source the place of the exception in its own text
 * @param key the namespace and the name of the exception
 * @param holds whether it keeps the rule, or controls of it, from judging the resource
 */
public record ExceptionStep(SourceRange source, String key, boolean holds) implements Step {}
