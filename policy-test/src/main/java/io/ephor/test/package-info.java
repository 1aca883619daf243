/**
 * Runs test files in Kyverno's own format, {@code kyverno-test.yaml}, strictly: an expectation is met by a real answer of
 * a rule and by nothing else.
 *
 * <p>The entry is {@link io.ephor.test.TestRunner}. Files are read here and handed to the engine as text; the engine
 * itself reads nothing.
 */
@NullMarked
package io.ephor.test;

import org.jspecify.annotations.NullMarked;
