package io.ephor.jmespath.syntax;

/**
 * How large an expression may be.
 *
 * @param length the number of characters
 * @param depth how deep it may be nested
 */
public record ExpressionLimits(int length, int depth) {
    /** What holds unless other limits are given. */
    public static final ExpressionLimits DEFAULT = new ExpressionLimits(100_000, 500);
}
