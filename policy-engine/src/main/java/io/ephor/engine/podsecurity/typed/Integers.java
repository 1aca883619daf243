package io.ephor.engine.podsecurity.typed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;

/** Whole numbers as Go reads them from the text of a number. */
final class Integers {
    private static final double LARGEST_PLAIN = 1e15;

    private Integers() {}

    static boolean fits(JsonNode number, GoType.Kind kind, NumberView view) {
        long value;
        if (JsonNumber.isInteger(number, view)) {
            value = number.longValue();
        } else {
            double real = JsonNumber.doubleValue(number);
            if (Math.abs(real) > LARGEST_PLAIN) {
                return kind == GoType.Kind.INT64
                        && NumberText.parseInteger(NumberText.json(real)).isPresent();
            }
            value = (long) real;
            if (value != real) {
                return false;
            }
        }
        return kind == GoType.Kind.INT64 || value == (int) value;
    }

    /** {@return the number as Go writes it into JSON} */
    static String text(JsonNode number, NumberView view) {
        return JsonNumber.isInteger(number, view)
                ? Long.toString(number.longValue())
                : NumberText.json(JsonNumber.doubleValue(number));
    }
}
