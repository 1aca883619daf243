/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.patches;

import org.jspecify.annotations.NullMarked;
