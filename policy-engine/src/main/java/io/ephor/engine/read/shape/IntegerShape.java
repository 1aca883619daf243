package io.ephor.engine.read.shape;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A whole number. As for the API server, {@code 3.0} is one.
 *
 * @param minimum the least number, inclusive
 * @param maximum the greatest number, inclusive
 */
record IntegerShape(long minimum, long maximum) implements Shape {
    @Override
    public JsonNode check(JsonNode value, ShapeCheck check) {
        if (!value.isNumber()) {
            check.wrongType(this, value);
            return value;
        }
        if (value.isIntegralNumber()) {
            boolean inside = value.canConvertToLong() && value.longValue() >= minimum && value.longValue() <= maximum;
            if (!inside) {
                check.outside(minimum, maximum, value);
            }
            return value;
        }
        double number = value.doubleValue();
        if (number != Math.rint(number)) {
            check.wrongType(this, value);
        } else if (number < minimum || number > maximum) {
            check.outside(minimum, maximum, value);
        }
        return value;
    }

    @Override
    public String expected() {
        return "a whole number";
    }
}
