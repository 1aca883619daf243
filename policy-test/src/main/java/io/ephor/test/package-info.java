/**
 * Runs test files in Kyverno's own {@code kyverno-test.yaml} format, strictly.
 */
@NullMarked
package io.ephor.test;

import org.jspecify.annotations.NullMarked;
