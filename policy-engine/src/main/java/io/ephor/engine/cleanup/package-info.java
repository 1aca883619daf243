/** Cleanup policies and the label for the time to live: whether a resource would be deleted. Nothing is deleted here. */
@NullMarked
package io.ephor.engine.cleanup;

import org.jspecify.annotations.NullMarked;
