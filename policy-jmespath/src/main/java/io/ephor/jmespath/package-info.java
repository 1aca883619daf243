/**
 * Kyverno's dialect of JMESPath: an expression is compiled once into a tree of small immutable nodes and searched many
 * times.
 *
 * <p>It differs from standard JMESPath above all in missing keys, which are errors in some places and null in others.
 * The functions are those of standard JMESPath except {@code sum}. Nothing here knows of policies.
 */
@NullMarked
package io.ephor.jmespath;

import org.jspecify.annotations.NullMarked;
