package io.ephor.jmespath.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.KeyOrder;
import java.util.Comparator;

/** The order of two numbers, of which NaN is the smallest, or of two texts, by their bytes. */
final class ScalarOrder implements Comparator<JsonNode> {
    static final ScalarOrder INSTANCE = new ScalarOrder();

    private ScalarOrder() {}

    @Override
    public int compare(JsonNode left, JsonNode right) {
        if (left.isTextual()) {
            return KeyOrder.INSTANCE.compare(left.textValue(), right.textValue());
        }
        double one = JsonNumber.doubleValue(left);
        double other = JsonNumber.doubleValue(right);
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Boolean.compare(Double.isNaN(other), Double.isNaN(one));
        }
        return one == other ? 0 : Double.compare(one, other);
    }

    /** Says whether a value is larger than another one, or smaller where the sign is negative; NaN is neither. */
    static boolean isBeyond(JsonNode value, JsonNode than, int sign) {
        if (value.isTextual()) {
            return KeyOrder.INSTANCE.compare(value.textValue(), than.textValue()) * sign > 0;
        }
        double one = JsonNumber.doubleValue(value);
        double other = JsonNumber.doubleValue(than);
        return sign > 0 ? one > other : one < other;
    }
}
