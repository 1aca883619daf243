/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.jmespath;

import org.jspecify.annotations.NullMarked;
