/**
 * The scalars of a pattern: what a boolean, a number, null or a text with operators, ranges and wildcards says about
 * one value. Each is parsed once.
 *
 * <p>Nothing here knows of maps, lists and anchors; those are in {@code io.ephor.patterns}.
 */
@NullMarked
package io.ephor.patterns.leaf;

import org.jspecify.annotations.NullMarked;
