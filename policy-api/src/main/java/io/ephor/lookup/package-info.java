/**
 * What an evaluation may ask of the world outside, one interface with one method per kind of question.
 *
 * <p>The engine does no input or output by itself; a caller that wants answers gives lookups to the
 * {@link io.ephor.EvaluationContext}.
 */
@NullMarked
package io.ephor.lookup;

import org.jspecify.annotations.NullMarked;
