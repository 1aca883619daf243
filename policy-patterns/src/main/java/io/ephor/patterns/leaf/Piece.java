package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;
import io.ephor.values.WhiteSpace;

/** One piece of a string pattern, between {@code |} and {@code &}. */
sealed interface Piece permits Comparison, RangePiece {
    /** Compiles a piece without blanks around it. */
    static Piece compile(String text) {
        Operator operator = Operator.of(text);
        Range range = operator == Operator.IN_RANGE || operator == Operator.NOT_IN_RANGE ? Range.parse(text) : null;
        if (range != null) {
            return RangePiece.of(range);
        }
        return new Comparison(
                operator, WhiteSpace.trim(text.substring(operator.symbol().length())));
    }

    boolean matches(JsonNode value, NumberView numbers);
}
