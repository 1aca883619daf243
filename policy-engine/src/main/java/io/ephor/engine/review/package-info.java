/** Aids for reviewing policies that change resources: what they do when they run twice, or in another order. */
@NullMarked
package io.ephor.engine.review;

import org.jspecify.annotations.NullMarked;
