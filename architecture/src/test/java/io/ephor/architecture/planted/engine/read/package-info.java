/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.engine.read;

import org.jspecify.annotations.NullMarked;
