/**
 * Planted violations: each class breaks one rule, so that the rule is seen to fail. The packages are named like the
 * modules below {@code io.ephor}; nothing calls what stands here.
 */
@NullMarked
package io.ephor.architecture.planted;

import org.jspecify.annotations.NullMarked;
