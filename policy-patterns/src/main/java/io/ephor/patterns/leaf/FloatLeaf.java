package io.ephor.patterns.leaf;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import java.util.OptionalDouble;

/** A floating-point number: equal to the same number, and to a text that is this number. */
record FloatLeaf(double pattern) implements LeafPattern {
    @Override
    public boolean matches(JsonNode value, NumberView numbers) {
        if (value.isNumber()) {
            return JsonNumber.isInteger(value, numbers)
                    ? IntegerLeaf.isWhole(pattern) && IntegerLeaf.toInteger(pattern) == value.longValue()
                    : JsonNumber.doubleValue(value) == pattern;
        }
        return value.isTextual() && equalsText(value.textValue());
    }

    private boolean equalsText(String text) {
        OptionalDouble number = NumberText.parseFloat(text);
        return number.isPresent() && number.getAsDouble() == pattern;
    }
}
