package io.ephor.engine.conditions;

import io.ephor.values.GoDuration;
import org.jspecify.annotations.Nullable;

/**
 * A key and a value that are compared as durations: one of them is the text of a duration, the other one too, or a number
 * of seconds.
 *
 * <p>Kyverno: pkg/engine/variables/operator/operator.go
 *
 * @param key the key in nanoseconds
 * @param value the value in nanoseconds
 */
record Durations(long key, long value) {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Returns the durations, or null where the two are to be compared otherwise. */
    static @Nullable Durations of(Operand key, Operand value) {
        GoDuration keyDuration = proper(key);
        GoDuration valueDuration = proper(value);
        if (keyDuration == null) {
            return valueDuration != null && key.node().isNumber()
                    ? new Durations(key.secondsAsNanos(), valueDuration.nanos())
                    : null;
        }
        if (valueDuration != null) {
            return new Durations(keyDuration.nanos(), valueDuration.nanos());
        }
        return value.node().isNumber() ? new Durations(keyDuration.nanos(), value.secondsAsNanos()) : null;
    }

    private static @Nullable GoDuration proper(Operand operand) {
        return operand.node().isTextual() ? operand.meaning().properDuration() : null;
    }

    double keySeconds() {
        return seconds(key);
    }

    double valueSeconds() {
        return seconds(value);
    }

    /** Kyverno compares seconds in floating point, in which durations of many years have no nanoseconds any more. */
    private static double seconds(long nanos) {
        long whole = nanos / NANOS_PER_SECOND;
        return whole + (double) (nanos % NANOS_PER_SECOND) / NANOS_PER_SECOND;
    }
}
