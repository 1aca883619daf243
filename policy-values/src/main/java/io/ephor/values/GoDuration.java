package io.ephor.values;

import io.ephor.values.text.GoDurationReader;
import org.jspecify.annotations.Nullable;

/**
 * A span of time as Go's {@code time.Duration} has it: whole nanoseconds in 64 bits, about 292 years either way.
 * Immutable and thread-safe.
 *
 * <p>A text is an optional sign and one or more numbers with a unit, {@code ns}, {@code us} (also {@code µs}),
 * {@code ms}, {@code s}, {@code m} or {@code h}: {@code 1h30m}, {@code -1.5h}, {@code 300ms}. A bare {@code 0} is one
 * too; days are not known.
 */
public final class GoDuration implements Comparable<GoDuration> {
    private static final long SECOND = 1_000_000_000L;

    private final long nanos;

    private GoDuration(long nanos) {
        this.nanos = nanos;
    }

    /**
     * {@return the duration of so many nanoseconds}
     *
     * @param nanos the length in nanoseconds
     */
    public static GoDuration ofNanos(long nanos) {
        return new GoDuration(nanos);
    }

    /**
     * Reads a duration.
     *
     * @param text the text
     * @return the duration
     * @throws IllegalArgumentException if the text is none or goes over 64 bits, with Go's own words
     */
    public static GoDuration parse(String text) {
        GoDurationReader reader = new GoDurationReader(text);
        if (!reader.read()) {
            throw new IllegalArgumentException(reader.fault());
        }
        return new GoDuration(reader.nanos());
    }

    /**
     * Reads a duration; null if the text is none.
     *
     * @param text the text
     * @return the duration, or null
     */
    public static @Nullable GoDuration tryParse(String text) {
        if (!canStart(text)) {
            return null;
        }
        GoDurationReader reader = new GoDurationReader(text);
        return reader.read() ? new GoDuration(reader.nanos()) : null;
    }

    /** Most texts that are asked about are no durations, which their first and last characters already show. */
    private static boolean canStart(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean start = (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.';
        return start && (last == 's' || last == 'm' || last == 'h' || last == '0');
    }

    /** {@return the length in nanoseconds} */
    public long nanos() {
        return nanos;
    }

    @Override
    public int compareTo(GoDuration other) {
        return Long.compare(nanos, other.nanos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoDuration that && nanos == that.nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanos);
    }

    /** {@return the text as Go prints it: {@code 1h0m0s}, {@code 1.5ms}, {@code 0s}} */
    @Override
    public String toString() {
        if (nanos == 0) {
            return "0s";
        }
        StringBuilder text = new StringBuilder(32);
        if (nanos < 0) {
            text.append('-');
        }
        // INVARIANT: unsigned from here on, because the lowest duration has no positive counterpart.
        long size = nanos < 0 ? -nanos : nanos;
        if (Long.compareUnsigned(size, SECOND) < 0) {
            return appendSmall(text, size).toString();
        }
        long seconds = Long.divideUnsigned(size, SECOND);
        long minutes = seconds / 60;
        if (minutes >= 60) {
            text.append(minutes / 60).append('h');
        }
        if (minutes > 0) {
            text.append(minutes % 60).append('m');
        }
        appendDecimal(text, seconds % 60, Long.remainderUnsigned(size, SECOND), 9);
        return text.append('s').toString();
    }

    private static StringBuilder appendSmall(StringBuilder text, long size) {
        if (size < 1_000) {
            return text.append(size).append("ns");
        }
        if (size < 1_000_000) {
            appendDecimal(text, size / 1_000, size % 1_000, 3);
            return text.append("µs");
        }
        appendDecimal(text, size / 1_000_000, size % 1_000_000, 6);
        return text.append("ms");
    }

    private static void appendDecimal(StringBuilder text, long whole, long fraction, int digits) {
        text.append(whole);
        if (fraction == 0) {
            return;
        }
        String padded = Long.toString(fraction);
        text.append('.').append("0".repeat(digits - padded.length())).append(padded);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }
}
