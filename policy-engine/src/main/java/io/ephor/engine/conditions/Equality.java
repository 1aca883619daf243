package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.values.JsonEquality;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.Quantity;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Says whether a key and a value are equal. The type of the key decides what the value may be.
 *
 * <p>Kyverno: pkg/engine/variables/operator/equal.go, notequal.go
 */
record Equality(boolean negated) implements OperatorTest {
    @Override
    public boolean holds(Operand key, Operand value) {
        JsonNode node = key.node();
        JsonNode other = value.node();
        boolean equal = switch (node.getNodeType()) {
            case BOOLEAN -> other.isBoolean() && node.booleanValue() == other.booleanValue();
            case NUMBER -> key.isInteger() ? integer(JsonNumber.longValue(node), value) : number(key.number(), value);
            case STRING -> text(key, value);
            case ARRAY, OBJECT ->
                node.getNodeType() == other.getNodeType()
                        && JsonEquality.deepEqual(node, key.elements(), other, value.elements());
            // what is no JSON is neither equal nor unequal
            case NULL, MISSING, BINARY, POJO -> negated;
        };
        return equal != negated;
    }

    @Override
    public Certainty ofScalar(JsonNode key, Operand value) {
        if (key.isBoolean()) {
            boolean equal = value.node().isBoolean()
                    && key.booleanValue() == value.node().booleanValue();
            return Certainty.of(equal != negated);
        }
        return key.isTextual() ? ofText(key.textValue(), value) : Certainty.UNKNOWN;
    }

    private Certainty ofText(String key, Operand value) {
        if (!value.node().isTextual() || !value.meaning().isNone()) {
            return Certainty.UNKNOWN;
        }
        if (!value.wildcard().matches(key)) {
            return Certainty.of(negated);
        }
        // a text that is the value means nothing else either; one that is only like it may be an amount
        return key.equals(value.text()) ? Certainty.of(!negated) : Certainty.UNKNOWN;
    }

    private static boolean integer(long key, Operand value) {
        if (value.node().isTextual()) {
            OptionalLong parsed = NumberText.parseInteger(value.text());
            return parsed.isPresent() && parsed.getAsLong() == key;
        }
        if (!value.node().isNumber()) {
            return false;
        }
        if (value.isInteger()) {
            return JsonNumber.longValue(value.node()) == key;
        }
        double number = value.number();
        return number == Math.rint(number) && Operand.whole(number) == key;
    }

    private static boolean number(double key, Operand value) {
        if (value.node().isTextual()) {
            OptionalDouble parsed = NumberText.parseFloat(value.text());
            return parsed.isPresent() && parsed.getAsDouble() == key;
        }
        if (!value.node().isNumber()) {
            return false;
        }
        if (value.isInteger()) {
            return key == Math.rint(key) && Operand.whole(key) == JsonNumber.longValue(value.node());
        }
        return key == value.number();
    }

    private static boolean text(Operand key, Operand value) {
        if (value.node().isTextual() && value.meaning().isNone()) {
            // the value is words: an amount equals none, whatever its text
            return value.wildcard().matches(key.text()) && key.meaning().quantity() == null;
        }
        Durations durations = Durations.of(key, value);
        if (durations != null) {
            return durations.keySeconds() == durations.valueSeconds();
        }
        if (!value.node().isTextual()) {
            return false;
        }
        Quantity quantity = key.meaning().quantity();
        if (quantity != null) {
            Quantity other = value.meaning().quantity();
            return other != null && quantity.compareTo(other) == 0;
        }
        return value.wildcard().matches(key.text());
    }
}
