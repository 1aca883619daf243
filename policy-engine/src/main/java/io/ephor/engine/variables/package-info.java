/**
 * Variables {@code {{ }}} and references {@code $( )} in the texts of a policy: where they stand. The lowest feature
 * package: it knows texts, not what they belong to.
 */
@NullMarked
package io.ephor.engine.variables;

import org.jspecify.annotations.NullMarked;
