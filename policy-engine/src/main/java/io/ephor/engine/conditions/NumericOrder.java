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

    private boolean number(Operand key, Operand value) {
        JsonNode node = value.node();
        if (node.isNumber()) {
            return key.isInteger() && value.isInteger()
                    ? relation.holds(Long.compare(JsonNumber.longValue(key.node()), JsonNumber.longValue(node)))
                    : relation.holds(key.number(), value.number());
        }
        if (!node.isTextual()) {
            return false;
        }
        Durations durations = Durations.of(key, value);
        if (durations != null) {
            return relation.holds(durations.comparison());
        }
        OptionalDouble number = NumberText.parseFloat(value.text());
        return number.isPresent() && relation.holds(key.number(), number.getAsDouble());
    }

    private boolean text(Operand key, Operand value) {
        Durations durations = Durations.of(key, value);
        if (durations != null) {
            return relation.holds(durations.comparison());
        }
        Quantity keyQuantity = key.meaning().quantity();
        Quantity valueQuantity = value.node().isTextual() ? value.meaning().quantity() : null;
        if (keyQuantity != null && valueQuantity != null) {
            return relation.holds(keyQuantity.compareTo(valueQuantity));
        }
        OptionalDouble number = NumberText.parseFloat(key.text());
        if (number.isPresent()) {
            JsonNode node = DoubleNode.valueOf(number.getAsDouble());
            return number(new Operand(node, NumberView.FLOAT64, NumberView.FLOAT64), value);
        }
        return version(key, value);
    }

    private boolean version(Operand key, Operand value) {
        SemanticVersion keyVersion = SemanticVersion.tryParse(key.text());
        if (keyVersion == null || !value.node().isTextual()) {
            return false;
        }
        SemanticVersion valueVersion = SemanticVersion.tryParse(value.text());
        return valueVersion != null && relation.holds(keyVersion.compareTo(valueVersion));
    }
}
