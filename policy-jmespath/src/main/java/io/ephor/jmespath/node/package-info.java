/**
 * Compiled expressions: one immutable class per kind of node, and the special values that only exist while one is
 * evaluated. A missing key is a value here, {@link io.ephor.jmespath.node.MissingKey}, and never an exception.
 *
 * <p>It is public for the other packages of this module; callers use {@link io.ephor.jmespath.JmesPath}.
 */
@NullMarked
package io.ephor.jmespath.node;

import org.jspecify.annotations.NullMarked;
