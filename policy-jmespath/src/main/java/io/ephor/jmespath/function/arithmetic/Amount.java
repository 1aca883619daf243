package io.ephor.jmespath.function.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.FunctionException;
import io.ephor.jmespath.function.Numbers;
import io.ephor.values.NumberText;
import io.ephor.values.Quantity;
import java.util.Objects;

/** A quantity. A plain number beside it becomes a quantity by its text, so that it counts as many decimals as it has. */
record Amount(Quantity quantity) implements Operand {
    @Override
    public JsonNode plus(Operand other, String function) {
        if (other instanceof Amount amount) {
            return text(quantity.plus(amount.quantity));
        }
        throw Operand.mismatch(function);
    }

    @Override
    public JsonNode minus(Operand other) {
        if (other instanceof Amount amount) {
            return text(quantity.minus(amount.quantity));
        }
        throw Operand.mismatch("subtract");
    }

    @Override
    public JsonNode times(Operand other) {
        if (other instanceof Scalar scalar) {
            return text(quantity.times(quantity(scalar)));
        }
        throw Operand.mismatch("multiply");
    }

    @Override
    public JsonNode dividedBy(Operand other) {
        if (other instanceof Amount amount) {
            double divisor = amount.quantity.approximateValue();
            if (divisor == 0) {
                throw Operand.zeroDivisor("divide");
            }
            return Numbers.of(quantity.approximateValue() / divisor);
        }
        if (!(other instanceof Scalar scalar)) {
            throw Operand.mismatch("divide");
        }
        if (scalar.number() == 0) {
            throw Operand.zeroDivisor("divide");
        }
        return text(quantity.dividedBy(quantity(scalar)));
    }

    @Override
    public JsonNode modulo(Operand other) {
        if (!(other instanceof Amount amount)) {
            throw Operand.mismatch("modulo");
        }
        long dividend = Operand.whole(quantity.approximateValue());
        long divisor = Operand.whole(amount.quantity.approximateValue());
        if (divisor == 0) {
            throw Operand.zeroDivisor("modulo");
        }
        return text(quantity.withAmount(dividend % divisor));
    }

    private static Quantity quantity(Scalar scalar) {
        try {
            return Quantity.parse(NumberText.general(scalar.number()));
        } catch (IllegalArgumentException infinite) {
            throw new FunctionException(Objects.requireNonNull(infinite.getMessage()));
        }
    }

    private static JsonNode text(Quantity result) {
        return TextNode.valueOf(result.toString());
    }
}
