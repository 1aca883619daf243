/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.values;

import org.jspecify.annotations.NullMarked;
