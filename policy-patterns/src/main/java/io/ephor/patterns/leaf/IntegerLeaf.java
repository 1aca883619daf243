package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import java.util.OptionalLong;

/** An integer: equal to the same number without fraction, and to a text that is this integer. */
record IntegerLeaf(long pattern) implements LeafPattern {
    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        if (value.isNumber()) {
            return JsonNumber.isInteger(value, numbers)
                    ? value.longValue() == pattern
                    : isWhole(JsonNumber.doubleValue(value)) && toInteger(JsonNumber.doubleValue(value)) == pattern;
        }
        return value.isTextual() && equalsText(value.textValue());
    }

    private boolean equalsText(String text) {
        OptionalLong number = NumberText.parseInteger(text);
        return number.isPresent() && number.getAsLong() == pattern;
    }

    static boolean isWhole(double number) {
        return number == Math.rint(number);
    }

    /** Go's conversion on amd64: what does not fit becomes the smallest integer. */
    static long toInteger(double number) {
        return number >= -0x1p63 && number < 0x1p63 ? (long) number : Long.MIN_VALUE;
    }
}
