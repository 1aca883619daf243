package io.ephor.engine.cleanup;

import io.ephor.values.GoDuration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Durations as labels state them: as Go has them, otherwise every number with a unit behind it that occurs in the text,
 * such as {@code 2d12h}, {@code 3 days} or {@code 1week}. Sums that go over 64 bits of nanoseconds wrap around.
 *
 * <p>Kyverno: pkg/controllers/ttl/utils.go, by strfmt.ParseDuration of k8s.io/kube-openapi
 */
final class LabelDuration {
    private static final long SECOND = 1_000_000_000L;
    private static final List<Unit> UNITS = List.of(
            new Unit(1, "nano", "ns"),
            new Unit(1_000, "micro", "us", "µs"),
            new Unit(1_000_000, "milli", "ms"),
            new Unit(SECOND, "sec", "s"),
            new Unit(60 * SECOND, "min", "m"),
            new Unit(3_600 * SECOND, "hour", "h", "hr"),
            new Unit(24 * 3_600 * SECOND, "day", "d"),
            new Unit(7 * 24 * 3_600 * SECOND, "week", "w", "wk"));

    private LabelDuration() {}

    /** Returns the duration of a text in nanoseconds; empty where it is none. */
    static OptionalLong parse(String text) {
        GoDuration duration = GoDuration.tryParse(text);
        return duration == null ? sum(text) : OptionalLong.of(duration.nanos());
    }

    private static OptionalLong sum(String text) {
        long nanos = 0;
        boolean found = false;
        int at = 0;
        while (at < text.length()) {
            int afterDigits = skipDigits(text, at);
            if (afterDigits == at) {
                at++;
                continue;
            }
            int unitStart = skipBlanks(text, afterDigits);
            int unitEnd = skipLetters(text, unitStart);
            if (unitEnd > unitStart) {
                long factor = number(text.substring(at, afterDigits));
                if (factor < 0) {
                    return OptionalLong.empty();
                }
                Unit unit = unit(text.substring(unitStart, unitEnd).toLowerCase(Locale.ROOT));
                if (unit != null) {
                    found = true;
                    nanos += factor * unit.nanos;
                }
            }
            at = Math.max(unitEnd, afterDigits);
        }
        return found ? OptionalLong.of(nanos) : OptionalLong.empty();
    }

    /** Returns a number, or -1 where it needs more than 63 bits. */
    private static long number(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static @Nullable Unit unit(String name) {
        for (Unit unit : UNITS) {
            if (unit.isCalled(name)) {
                return unit;
            }
        }
        return null;
    }

    private static int skipDigits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int start) {
        int at = start;
        while (at < text.length() && " \t\n\f\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int skipLetters(String text, int start) {
        int at = start;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == 'µ';
    }

    /** A unit: with names, and a word with which longer names begin. */
    private record Unit(long nanos, String word, List<String> names) {
        Unit(long nanos, String word, String... names) {
            this(nanos, word, List.of(names));
        }

        boolean isCalled(String name) {
            return name.startsWith(word) || names.contains(name);
        }
    }
}
