/**
 * Kyverno's validation patterns: a pattern is compiled once into a tree of small immutable nodes, one class per kind
 * of node, and matched many times against JSON values.
 *
 * <p>Patterns know nothing of policies and rules; what a verdict means for a rule is decided in {@code policy-engine}.
 */
@NullMarked
package io.ephor.patterns;

import org.jspecify.annotations.NullMarked;
