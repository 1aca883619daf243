/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.patterns;

import org.jspecify.annotations.NullMarked;
