/** Validate rules: their bodies, and the statuses and messages that come of them. */
@NullMarked
package io.ephor.engine.validate;

import org.jspecify.annotations.NullMarked;
