package io.ephor.jmespath.function.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import io.ephor.jmespath.function.Numbers;

/** A plain number. */
record Scalar(double number) implements Operand {
    @Override
    public JsonNode plus(Operand other, String function) {
        if (other instanceof Scalar scalar) {
            return Numbers.of(number + scalar.number);
        }
        throw Operand.mismatch(function);
    }

    @Override
    public JsonNode minus(Operand other) {
        if (other instanceof Scalar scalar) {
            return Numbers.of(number - scalar.number);
        }
        throw Operand.mismatch("subtract");
    }

    @Override
    public JsonNode times(Operand other) {
        return other instanceof Scalar scalar ? Numbers.of(number * scalar.number) : other.times(this);
    }

    @Override
    public JsonNode dividedBy(Operand other) {
        if (!(other instanceof Scalar scalar)) {
            throw Operand.mismatch("divide");
        }
        if (scalar.number == 0) {
            throw Operand.zeroDivisor("divide");
        }
        return Numbers.of(number / scalar.number);
    }

    @Override
    public JsonNode modulo(Operand other) {
        if (!(other instanceof Scalar scalar)) {
            throw Operand.mismatch("modulo");
        }
        long dividend = Operand.whole(number);
        long divisor = Operand.whole(scalar.number);
        if (divisor == 0) {
            throw Operand.zeroDivisor("modulo");
        }
        return Numbers.of((double) (dividend % divisor));
    }
}
