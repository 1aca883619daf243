package io.ephor.engine.cleanup.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a cleanup policy runs: the minutes of the days that five fields select. Immutable and thread-safe.
 *
 * <p>A day is selected by its day of the month and its day of the week; where both are restricted, either is enough. A
 * field is restricted unless {@code *} or {@code ?} alone is in its list, so {@code *}{@code /2} restricts.
 *
 * @param minutes the minutes, one bit each; as all others
 * @param hours the hours
 * @param daysOfMonth the days of the month, from 1
 * @param months the months, from 1
 * @param daysOfWeek the days of the week, from 0 for Sunday
 * @param anyDayOfMonth whether the day of the month is not restricted
 * @param anyDayOfWeek whether the day of the week is not restricted
 */
public record Schedule(
        long minutes,
        long hours,
        long daysOfMonth,
        long months,
        long daysOfWeek,
        boolean anyDayOfMonth,
        boolean anyDayOfWeek) {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;
    private static final LocalDateTime FIRST = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
    private static final Instant BEFORE_FIRST = FIRST.toInstant(ZoneOffset.UTC).minus(2, ChronoUnit.DAYS);
    private static final Instant AFTER_LAST =
            LocalDateTime.of(LAST_YEAR + 1, 1, 3, 0, 0).toInstant(ZoneOffset.UTC);

    /**
     * {@return the first time after another one, or empty where none comes until the end of 2099, which is as far as
     * Kyverno looks}
     *
     * @param after the time before it
     * @param zone the time zone in which the fields are meant
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        if (after.isAfter(AFTER_LAST)) {
            return Optional.empty();
        }
        LocalDateTime local = after.isBefore(BEFORE_FIRST)
                ? FIRST
                : LocalDateTime.ofInstant(after, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusMinutes(1);
        ZoneRules rules = zone.getRules();
        LocalDateTime candidate = from(local.isBefore(FIRST) ? FIRST : local);
        while (candidate != null) {
            Instant instant = instant(candidate, rules);
            if (instant.isAfter(after)) {
                return Optional.of(instant);
            }
            candidate = from(candidate.plusMinutes(1));
        }
        return Optional.empty();
    }

    /**
     * Returns the instant of a local time as Go finds it. Where clocks are changed, it takes the offset of the instant that
     * would have this time in UTC, and if that one does not hold there, the one that does.
     *
     * <p>Kyverno: the time zone of its container, by Go's {@code time.Date}
     */
    private static Instant instant(LocalDateTime local, ZoneRules rules) {
        long asUtc = local.toEpochSecond(ZoneOffset.UTC);
        int guess = rules.getOffset(Instant.ofEpochSecond(asUtc)).getTotalSeconds();
        int offset = rules.getOffset(Instant.ofEpochSecond(asUtc - guess)).getTotalSeconds();
        return Instant.ofEpochSecond(asUtc - offset);
    }

    /** Returns the first selected minute that is not before another one, or null. */
    private @Nullable LocalDateTime from(LocalDateTime start) {
        LocalDate day = start.toLocalDate();
        int minuteOfDay = minuteFrom(start.getHour() * 60 + start.getMinute());
        while (day.getYear() <= LAST_YEAR) {
            if (!has(months, day.getMonthValue())) {
                day = YearMonth.from(day).plusMonths(1).atDay(1);
                minuteOfDay = minuteFrom(0);
            } else if (minuteOfDay >= 0 && selects(day)) {
                return day.atTime(minuteOfDay / 60, minuteOfDay % 60);
            } else {
                day = day.plusDays(1);
                minuteOfDay = minuteFrom(0);
            }
        }
        return null;
    }

    /** Returns the first selected minute of a day that is not before another one, or -1. */
    private int minuteFrom(int start) {
        int minute = start % 60;
        for (int hour = start / 60; hour < 24; hour++) {
            long left = has(hours, hour) ? minutes >>> minute << minute : 0;
            if (left != 0) {
                return hour * 60 + Long.numberOfTrailingZeros(left);
            }
            minute = 0;
        }
        return -1;
    }

    private boolean selects(LocalDate day) {
        boolean ofMonth = has(daysOfMonth, day.getDayOfMonth());
        boolean ofWeek = has(daysOfWeek, day.getDayOfWeek().getValue() % 7);
        if (anyDayOfMonth || anyDayOfWeek) {
            return (anyDayOfMonth || ofMonth) && (anyDayOfWeek || ofWeek);
        }
        return ofMonth || ofWeek;
    }

    private static boolean has(long bits, int number) {
        return (bits >>> number & 1) != 0;
    }
}
