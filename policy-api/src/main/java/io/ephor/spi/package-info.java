/**
 * How another module adds to the policy language: a whole policy kind ({@link io.ephor.spi.PolicyKind}) or a rule body
 * ({@link io.ephor.spi.RuleBodyCompiler}). Extensions are given to the engine's builder; the class path is never searched.
 */
@NullMarked
package io.ephor.spi;

import org.jspecify.annotations.NullMarked;
