package io.ephor.jmespath.function.arithmetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ephor.jmespath.function.Numbers;
import io.ephor.values.GoDuration;

/** A duration. Sums and differences wrap around at 64 bits, as Go's do. */
record Span(GoDuration duration) implements Operand {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public JsonNode plus(Operand other, String function) {
        if (other instanceof Span span) {
            return text(duration.nanos() + span.duration.nanos());
        }
        throw Operand.mismatch(function);
    }

    @Override
    public JsonNode minus(Operand other) {
        if (other instanceof Span span) {
            return text(duration.nanos() - span.duration.nanos());
        }
        throw Operand.mismatch("subtract");
    }

    @Override
    public JsonNode times(Operand other) {
        if (other instanceof Scalar scalar) {
            return ofSeconds(seconds() * scalar.number());
        }
        throw Operand.mismatch("multiply");
    }

    @Override
    public JsonNode dividedBy(Operand other) {
        if (other instanceof Span span) {
            if (span.duration.nanos() == 0) {
                throw Operand.zeroDivisor("divide");
            }
            return Numbers.of(seconds() / span.seconds());
        }
        if (!(other instanceof Scalar scalar)) {
            throw Operand.mismatch("divide");
        }
        if (scalar.number() == 0) {
            throw Operand.zeroDivisor("divide");
        }
        return ofSeconds(seconds() / scalar.number());
    }

    @Override
    public JsonNode modulo(Operand other) {
        if (!(other instanceof Span span)) {
            throw Operand.mismatch("modulo");
        }
        if (span.duration.nanos() == 0) {
            throw Operand.zeroDivisor("modulo");
        }
        return text(duration.nanos() % span.duration.nanos());
    }

    private double seconds() {
        long whole = duration.nanos() / SECOND;
        return whole + (duration.nanos() % SECOND) / 1e9;
    }

    /** A number of seconds that doesn't fit becomes the lowest duration, as Go's conversion on amd64 has it. */
    private static JsonNode ofSeconds(double seconds) {
        double nanos = seconds * 1e9;
        return text(Math.abs(nanos) < 0x1p63 ? (long) nanos : Long.MIN_VALUE);
    }

    private static JsonNode text(long nanos) {
        return TextNode.valueOf(GoDuration.ofNanos(nanos).toString());
    }
}
