/**
 * The standard engine: loads, compiles and evaluates Kyverno's own policy kinds.
 */
@NullMarked
package io.ephor.engine;

import org.jspecify.annotations.NullMarked;
