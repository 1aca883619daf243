/**
 * The words that callers and the engine share: engine, policy, set, context, result and diagnostic.
 *
 * <p>How a policy is read, compiled and evaluated belongs to {@code policy-engine}; what is asked of the outside to
 * {@link io.ephor.lookup}; how another module adds to the policy language to {@link io.ephor.spi}.
 */
@NullMarked
package io.ephor;

import org.jspecify.annotations.NullMarked;
