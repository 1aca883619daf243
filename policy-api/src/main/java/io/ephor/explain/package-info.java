/**
 * The steps of an explanation: what a policy looked at on its way to a verdict, as data.
 *
 * <p>Steps are made by engines and read by everybody. How they become text is no business of this package:
 * {@link io.ephor.Explanation#render()} does that.
 */
@NullMarked
package io.ephor.explain;

import org.jspecify.annotations.NullMarked;
