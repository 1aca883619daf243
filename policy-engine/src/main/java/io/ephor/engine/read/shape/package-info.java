/**
 * What a document of a policy kind may look like, and the check of a document against it: one pass that reports every
 * fault and applies the defaults. Shapes know nothing of what a field means.
 */
@NullMarked
package io.ephor.engine.read.shape;

import org.jspecify.annotations.NullMarked;
