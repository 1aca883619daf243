package io.ephor.engine.cleanup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as labels state them: {@code 2024-03-06T140000Z} or {@code 2024-03-06}, which is midnight in UTC.
 *
 * <p>Kyverno: api/kyverno/constants.go, by Go's time.Parse
 */
final class LabelTime {
    private static final int DATE_LENGTH = 10;
    private static final int SECOND_END = 17;
    private static final String DATE = "dddd-dd-dd";
    private static final String DATE_AND_TIME = "dddd-dd-ddTdddddd";
    private static final int LONGEST = 64;

    private LabelTime() {}

    /** Returns the time of a text, or null where it is none. */
    static @Nullable Instant parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            if (text.length() == DATE_LENGTH && hasForm(text, DATE)) {
                return date(text).toInstant(ZoneOffset.UTC);
            }
            return hasForm(text, DATE_AND_TIME) && text.endsWith("Z") ? dateAndTime(text) : null;
        } catch (DateTimeException exception) {
            return null;
        }
    }

    /** Returns the time of a text as the metadata of objects have it (RFC 3339), or null where it is none. */
    static @Nullable Instant parseTimestamp(String text) {
        if (text.length() > LONGEST || !hasForm(text, "dddd-dd-ddT")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException exception) {
            return null;
        }
    }

    private static boolean hasForm(String text, String form) {
        if (text.length() < form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char character = text.charAt(i);
            boolean fits = form.charAt(i) == 'd' ? character >= '0' && character <= '9' : character == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime date(String text) {
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), 0, 0);
    }

    /** A fraction of a second may stand behind the seconds although the form does not mention it. */
    private static @Nullable Instant dateAndTime(String text) {
        int nanos = 0;
        if (text.length() > SECOND_END + 1) {
            nanos = nanos(text.substring(SECOND_END, text.length() - 1));
            if (nanos < 0) {
                return null;
            }
        }
        return date(text)
                .withHour(number(text, 11, 13))
                .withMinute(number(text, 13, 15))
                .withSecond(number(text, 15, SECOND_END))
                .withNano(nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** Returns the nanoseconds of a point or comma with digits behind it, or -1. */
    private static int nanos(String fraction) {
        boolean marked = fraction.charAt(0) == '.' || fraction.charAt(0) == ',';
        if (!marked || fraction.length() == 1) {
            return -1;
        }
        int nanos = 0;
        for (int i = 1; i < fraction.length(); i++) {
            char character = fraction.charAt(i);
            if (character < '0' || character > '9') {
                return -1;
            }
            nanos = i <= 9 ? nanos * 10 + character - '0' : nanos;
        }
        for (int i = fraction.length(); i <= 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text.substring(start, end));
    }
}
