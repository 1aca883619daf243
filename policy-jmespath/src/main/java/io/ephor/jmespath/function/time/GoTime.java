package io.ephor.jmespath.function.time;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A point in time and the zone in which it is shown, as Go's {@code time.Time} has it: years beyond four digits are
 * times too, and an offset may be a day long. Immutable.
 */
final class GoTime implements Comparable<GoTime> {
    static final String RFC_3339 = "2006-01-02T15:04:05Z07:00";

    private static final int NANOS = 1_000_000_000;
    private static final int DAY = 86_400;
    private static final int DAYS_OF_400_YEARS = 146_097;
    private static final long FIRST_YEAR = -292_277_022_400L;
    private static final int MARCH_TO_DECEMBER = 306;
    /** The seconds from the year 1 to 1970. */
    private static final long FROM_YEAR_ONE = 62_135_596_800L;
    /** The seconds from March of the first year, from which days are counted, to 1970. */
    private static final long FROM_FIRST_YEAR =
            FROM_YEAR_ONE + (-FIRST_YEAR / 400 * DAYS_OF_400_YEARS + MARCH_TO_DECEMBER) * DAY;

    private final long seconds;
    private final int nanos;
    private final int fixedOffset;
    private final @Nullable ZoneId zone;

    private GoTime(long seconds, int nanos, int fixedOffset, @Nullable ZoneId zone) {
        this.seconds = seconds;
        this.nanos = nanos;
        this.fixedOffset = fixedOffset;
        this.zone = zone;
    }

    static GoTime utc(long seconds, int nanos) {
        return new GoTime(seconds, nanos, 0, null);
    }

    static GoTime at(long seconds, int nanos, int offset) {
        return new GoTime(seconds, nanos, offset, null);
    }

    static GoTime in(long seconds, int nanos, ZoneId zone) {
        return new GoTime(seconds, nanos, 0, zone);
    }

    static GoTime of(Instant instant, ZoneId zone) {
        return in(instant.getEpochSecond(), instant.getNano(), zone);
    }

    /**
     * Reads a time.
     *
     * @param local the zone that an offset is taken for where it has that offset at that time
     * @throws IllegalArgumentException if the text is none, in Go's words
     */
    static GoTime parse(String layout, String text, ZoneId local) {
        return new TimeReader(bytes(layout), bytes(text)).read(local);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    int offset() {
        if (zone == null) {
            return fixedOffset;
        }
        return zone.getRules().getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    }

    GoTime toUtc() {
        return utc(seconds, nanos);
    }

    GoTime plus(long duration) {
        long sum = nanos + duration % NANOS;
        long carried = seconds + duration / NANOS + Math.floorDiv(sum, NANOS);
        return new GoTime(carried, Math.floorMod(sum, NANOS), fixedOffset, zone);
    }

    /** Returns the nanoseconds to a later time, or the most or least where they don't fit. */
    long until(GoTime later) {
        BigInteger difference = later.nanosFromYearOne().subtract(nanosFromYearOne());
        if (difference.bitLength() < Long.SIZE) {
            return difference.longValue();
        }
        return difference.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Goes back to a multiple of a duration, counted from the year 1; a duration that is not positive changes nothing. */
    GoTime truncated(long duration) {
        if (duration <= 0) {
            return this;
        }
        return plus(-nanosFromYearOne().mod(BigInteger.valueOf(duration)).longValue());
    }

    private BigInteger nanosFromYearOne() {
        return BigInteger.valueOf(seconds + FROM_YEAR_ONE)
                .multiply(BigInteger.valueOf(NANOS))
                .add(BigInteger.valueOf(nanos));
    }

    @Override
    public int compareTo(GoTime other) {
        int order = Long.compare(seconds, other.seconds);
        return order != 0 ? order : Integer.compare(nanos, other.nanos);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GoTime that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seconds) * 31 + nanos;
    }

    /** {@return the minute, hour, day, month and weekday with blanks between them} */
    String cron() {
        long local = seconds + offset() + FROM_FIRST_YEAR;
        long days = Long.divideUnsigned(local, DAY);
        long ofDay = Long.remainderUnsigned(local, DAY);
        LocalDate date = dayOfCycle(days);
        return ofDay / 60 % 60 + " " + ofDay / 3_600 + " " + date.getDayOfMonth() + " " + date.getMonthValue() + " "
                + date.getDayOfWeek().getValue() % 7;
    }

    /** {@return the time by RFC 3339, without fractions of seconds} */
    @Override
    public String toString() {
        int offset = offset();
        // Unsigned: the whole range of seconds is one of days from the first year on.
        long local = seconds + offset + FROM_FIRST_YEAR;
        long days = Long.divideUnsigned(local, DAY);
        long ofDay = Long.remainderUnsigned(local, DAY);
        LocalDate date = dayOfCycle(days);
        long year = date.getYear() - 2_000 + days / DAYS_OF_400_YEARS * 400 + FIRST_YEAR;
        StringBuilder text = new StringBuilder(year < 0 ? "-" : "");
        append(text, Math.abs(year), 4);
        append(text.append('-'), date.getMonthValue(), 2);
        append(text.append('-'), date.getDayOfMonth(), 2);
        append(text.append('T'), ofDay / 3_600, 2);
        append(text.append(':'), ofDay / 60 % 60, 2);
        append(text.append(':'), ofDay % 60, 2);
        if (offset == 0) {
            return text.append('Z').toString();
        }
        int minutes = offset / 60;
        append(text.append(minutes < 0 ? '-' : '+'), Math.abs(minutes) / 60, 2);
        append(text.append(':'), Math.abs(minutes) % 60, 2);
        return text.toString();
    }

    /** The day in a cycle of 400 years that starts like the year 2000; all cycles are alike. */
    private static LocalDate dayOfCycle(long days) {
        return LocalDate.of(2000, 3, 1).plusDays(days % DAYS_OF_400_YEARS);
    }

    private static void append(StringBuilder text, long number, int digits) {
        String written = Long.toString(number);
        text.append("0".repeat(Math.max(0, digits - written.length()))).append(written);
    }
}
