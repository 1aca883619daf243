/** Policy exceptions: what they state, and whether one applies to a resource. What then becomes of a rule is its body's. */
@NullMarked
package io.ephor.engine.exceptions;

import org.jspecify.annotations.NullMarked;
