/** Preconditions and the conditions of {@code validate.deny}: as written, compiled, and the operators that decide them. */
@NullMarked
package io.ephor.engine.conditions;

import org.jspecify.annotations.NullMarked;
