package io.ephor.patterns.leaf;

/**
 * The operator of one piece of a string pattern.
 *
 * <p>Kyverno: {@code pkg/engine/operator/operator.go}
 */
public enum Operator {
    /** No operator: equal as a duration, a quantity or a text with wildcards. */
    EQUAL(""),
    /** Not equal. */
    NOT_EQUAL("!"),
    /** Above the operand. */
    MORE(">"),
    /** Below the operand. */
    LESS("<"),
    /** At the operand or above. */
    MORE_EQUAL(">="),
    /** At the operand or below. */
    LESS_EQUAL("<="),
    /** {@code a-b}: between both, both included. */
    IN_RANGE("-"),
    /** {@code a!-b}: below the first or above the second. */
    NOT_IN_RANGE("!-");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** {@return how the operator is written} */
    public String symbol() {
        return symbol;
    }

    /**
     * {@return the operator of a piece, a text that has been split at {@code |} and {@code &} before} A piece of one
     * byte has none; {@code !} in front hides a range.
     *
     * @param piece a piece of a leaf
     */
    public static Operator of(String piece) {
        // Kyverno counts bytes: one character outside ASCII has no operator either way
        if (piece.length() < 2) {
            return EQUAL;
        }
        boolean orEqual = piece.charAt(1) == '=';
        return switch (piece.charAt(0)) {
            case '>' -> orEqual ? MORE_EQUAL : MORE;
            case '<' -> orEqual ? LESS_EQUAL : LESS;
            case '!' -> NOT_EQUAL;
            default -> rangeOperator(piece);
        };
    }

    private static Operator rangeOperator(String piece) {
        Range range = Range.parse(piece);
        if (range == null) {
            return EQUAL;
        }
        return range.outside() ? NOT_IN_RANGE : IN_RANGE;
    }
}
