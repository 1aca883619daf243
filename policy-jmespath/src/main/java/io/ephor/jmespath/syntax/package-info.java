/**
 * The grammar: tokens, the parser and the syntax tree, and JSON text as Go reads it. Nothing here evaluates anything.
 *
 * <p>It is public for the other packages of this module; callers use {@link io.ephor.jmespath.JmesPath}.
 */
@NullMarked
package io.ephor.jmespath.syntax;

import org.jspecify.annotations.NullMarked;
