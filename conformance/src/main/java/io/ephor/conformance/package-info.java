/**
 * Compares Ephor with recorded answers of the reference.
 *
 * <p>Here lives what all suites share: the corpus, reading rows, counting, known differences and the command line. A
 * suite is one class that implements {@link io.ephor.conformance.Suite} and has its line in {@link
 * io.ephor.conformance.Suites}.
 */
@NullMarked
package io.ephor.conformance;

import org.jspecify.annotations.NullMarked;
