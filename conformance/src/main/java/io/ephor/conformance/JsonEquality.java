package io.ephor.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.util.Map;

/** When two values are the same answer. The order of the keys of an object never matters. */
public enum JsonEquality {
    /** An integer and a float64 differ even where they are as large as each other: {@code 1} is not {@code 1.0}. */
    KINDS {
        @Override
        boolean sameNumber(JsonNode left, JsonNode right) {
            return left.isIntegralNumber() == right.isIntegralNumber() && VALUES.sameNumber(left, right);
        }
    },
    /** Numbers are the same where they are as large as each other: {@code 1} is {@code 1.0}. */
    VALUES {
        @Override
        boolean sameNumber(JsonNode left, JsonNode right) {
            if (left.isIntegralNumber() && right.isIntegralNumber()) {
                return left.bigIntegerValue().equals(right.bigIntegerValue());
            }
            double a = left.doubleValue();
            double b = right.doubleValue();
            if (!Double.isFinite(a) || !Double.isFinite(b)) {
                return Double.compare(a, b) == 0;
            }
            return exact(left).compareTo(exact(right)) == 0;
        }
    },
    /** Numbers are the same where they are the same float64, as in a program that knows no other number. */
    FLOATS {
        @Override
        boolean sameNumber(JsonNode left, JsonNode right) {
            return left.doubleValue() == right.doubleValue();
        }
    };

    abstract boolean sameNumber(JsonNode left, JsonNode right);

    /** Says whether two values are the same. */
    public boolean same(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return sameNumber(left, right);
        }
        JsonNodeType type = left.getNodeType();
        if (type != right.getNodeType() || left.size() != right.size()) {
            return false;
        }
        return switch (type) {
            case OBJECT -> sameFields(left, right);
            case ARRAY -> sameElements(left, right);
            case STRING -> left.textValue().equals(right.textValue());
            case BOOLEAN -> left.booleanValue() == right.booleanValue();
            default -> true;
        };
    }

    private boolean sameFields(JsonNode left, JsonNode right) {
        for (Map.Entry<String, JsonNode> field : left.properties()) {
            JsonNode other = right.get(field.getKey());
            if (other == null || !same(field.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameElements(JsonNode left, JsonNode right) {
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal exact(JsonNode number) {
        return number.isFloat() || number.isDouble() ? new BigDecimal(number.doubleValue()) : number.decimalValue();
    }
}
