/**
 * Functions: what one is, the check of its arguments, what a call may use, and the functions themselves. Nothing here
 * knows how an expression is parsed or compiled.
 */
@NullMarked
package io.ephor.jmespath.function;

import org.jspecify.annotations.NullMarked;
