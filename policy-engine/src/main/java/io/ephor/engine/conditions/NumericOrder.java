package io.ephor.engine.conditions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import io.ephor.values.JsonNumber;
import io.ephor.values.NumberText;
import io.ephor.values.NumberView;
import io.ephor.values.Quantity;
import io.ephor.values.SemanticVersion;
import java.util.OptionalDouble;

/**
 * Compares numbers, and texts that are durations, quantities, numbers or versions, in this order.
 *
 * <p>Kyverno: pkg/engine/variables/operator/numeric.go
 */
record NumericOrder(Relation relation) implements OperatorTest {
    @Override
    public boolean holds(Operand key, Operand value) {
        if (key.node().isNumber()) {
            return number(key, value);
        }
        return key.node().isTextual() && text(key, value);
    }

    @Override
    public Certainty ofScalar(JsonNode key, Operand value) {
        return key.isNumber() && value.node().isNumber()
                ? Certainty.of(relation.holds(JsonNumber.doubleValue(key), value.number()))
                : Certainty.UNKNOWN;
    }

    private boolean number(Operand key, Operand value) {
        if (value.node().isNumber()) {
            return relation.holds(key.number(), value.number());
        }
        if (!value.node().isTextual()) {
            return false;
        }
        Durations durations = Durations.of(key, value);
        if (durations != null) {
            return relation.holds(durations.keySeconds(), durations.valueSeconds());
        }
        OptionalDouble number = NumberText.parseFloat(value.text());
        return number.isPresent() && relation.holds(key.number(), number.getAsDouble());
    }

    private boolean text(Operand key, Operand value) {
        Durations durations = Durations.of(key, value);
        if (durations != null) {
            return relation.holds(durations.keySeconds(), durations.valueSeconds());
        }
        Quantity quantity = key.meaning().quantity();
        Quantity other =
                quantity != null && value.node().isTextual() ? value.meaning().quantity() : null;
        if (quantity != null && other != null) {
            return relation.holds(quantity.compareTo(other));
        }
        OptionalDouble number = NumberText.parseFloat(key.text());
        if (number.isPresent()) {
            DoubleNode node = DoubleNode.valueOf(number.getAsDouble());
            return number(new Operand(node, NumberView.FLOAT64, NumberView.FLOAT64), value);
        }
        return version(key, value);
    }

    private boolean version(Operand key, Operand value) {
        SemanticVersion version = SemanticVersion.tryParse(key.text());
        if (version == null || !value.node().isTextual()) {
            return false;
        }
        SemanticVersion other = SemanticVersion.tryParse(value.text());
        return other != null && relation.holds(version.compareTo(other));
    }
}
