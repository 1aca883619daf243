/** Planted violations. */
@NullMarked
package io.ephor.architecture.planted.engine.match;

import org.jspecify.annotations.NullMarked;
