package io.ephor.engine.conditions;

import io.ephor.values.GoDuration;

/**
 * Compares durations, and numbers of seconds.
 *
 * <p>Kyverno: pkg/engine/variables/operator/duration.go
 */
record DurationOrder(Relation relation) implements OperatorTest {
    @Override
    public boolean holds(Operand key, Operand value) {
        if (!isDuration(key) || !isDuration(value)) {
            return false;
        }
        return relation.holds(Long.compare(nanos(key), nanos(value)));
    }

    private static boolean isDuration(Operand operand) {
        return operand.node().isNumber()
                || (operand.node().isTextual() && operand.meaning().duration() != null);
    }

    private static long nanos(Operand operand) {
        GoDuration duration = operand.node().isTextual() ? operand.meaning().duration() : null;
        return duration == null ? operand.secondsAsNanos() : duration.nanos();
    }
}
