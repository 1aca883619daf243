/**
 * Compares Ephor with recorded answers of the reference.
 */
@NullMarked
package io.ephor.conformance;

import org.jspecify.annotations.NullMarked;
