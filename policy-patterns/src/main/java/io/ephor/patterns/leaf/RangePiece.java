package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.NumberView;

/** {@code a-b}, both included, or {@code a!-b}, both excluded. */
record RangePiece(Comparison low, Comparison high, boolean outside) implements Piece {
    static RangePiece of(Range range) {
        boolean outside = range.outside();
        return new RangePiece(
                new Comparison(outside ? Operator.LESS : Operator.MORE_EQUAL, range.low()),
                new Comparison(outside ? Operator.MORE : Operator.LESS_EQUAL, range.high()),
                outside);
    }

    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        return outside
                ? low.matches(value, numbers) || high.matches(value, numbers)
                : low.matches(value, numbers) && high.matches(value, numbers);
    }
}
