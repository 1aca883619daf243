/**
 * Benchmarks of Ephor beside hand-written floors.
 */
@NullMarked
package io.ephor.benchmarks;

import org.jspecify.annotations.NullMarked;
