/** Kyverno's arithmetic on numbers, quantities and durations, and its comparison of versions. */
@NullMarked
package io.ephor.jmespath.function.arithmetic;

import org.jspecify.annotations.NullMarked;
