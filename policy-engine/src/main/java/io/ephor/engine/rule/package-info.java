/** What every rule has, whatever it does: the facts of its results, its preconditions, the state of one evaluation. */
@NullMarked
package io.ephor.engine.rule;

import org.jspecify.annotations.NullMarked;
