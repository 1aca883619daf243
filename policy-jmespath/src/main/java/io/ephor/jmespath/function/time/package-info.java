/** Points in time as Go reads and prints them, and Kyverno's functions on them. Nothing here reads a clock. */
@NullMarked
package io.ephor.jmespath.function.time;

import org.jspecify.annotations.NullMarked;
