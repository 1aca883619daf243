/** Mutate rules: patches, loops, and the statuses and messages that come of them. */
@NullMarked
package io.ephor.engine.mutate;

import org.jspecify.annotations.NullMarked;
