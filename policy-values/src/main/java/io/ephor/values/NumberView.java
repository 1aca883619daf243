package io.ephor.values;

/**
 * How the numbers of a JSON tree are seen by an operation: a way of looking, never a copy of the tree.
 *
 * <p>Go keeps whole numbers (int64) and floating-point numbers (float64) apart, and Kyverno decodes a resource with
 * one or the other depending on where it came from. Texts and deep comparisons show the difference: the number 8080 is
 * the text {@code 8080} as written, and {@code 8.08E+03} where every number is float64.
 */
public enum NumberView {
    /** A number written without fraction and exponent that fits 64 bits is an integer, any other is a float64. */
    AS_WRITTEN,
    /** Every number is a float64, whatever its spelling. */
    FLOAT64
}
