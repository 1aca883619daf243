/**
 * Tests of what holds across modules: which module may use which, what the core must never touch, how much it may weigh,
 * and what the repository promises. Behaviour is tested beside the code that has it, not here.
 */
@NullMarked
package io.ephor.architecture;

import org.jspecify.annotations.NullMarked;
