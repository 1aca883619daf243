package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;

/** Numbers of results: every number is a float64, and a whole one that is exact prints without a fraction. */
public final class Numbers {
    private static final double EXACT_LONGS = 0x1p53;

    private Numbers() {}

    /** Returns a node for a float64; infinities and NaN are values here, though JSON has no text for them. */
    public static NumericNode of(double value) {
        long whole = (long) value;
        boolean exact = whole == value && Math.abs(value) < EXACT_LONGS && (whole != 0 || 1 / value > 0);
        return exact ? LongNode.valueOf(whole) : DoubleNode.valueOf(value);
    }
}
