/**
 * The quickest question that can be asked of a pattern: does this value certainly satisfy it? What a mismatch means,
 * and all words about it, belong to the nodes of {@code io.ephor.patterns}, which this package does not know.
 */
@NullMarked
package io.ephor.patterns.check;

import org.jspecify.annotations.NullMarked;
