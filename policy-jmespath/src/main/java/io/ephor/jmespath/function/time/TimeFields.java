package io.ephor.jmespath.function.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What was read of a time so far; -1 is what was not. */
final class TimeFields {
    int year;
    int month = -1;
    int day = -1;
    int yearDay = -1;
    int hour;
    int minute;
    int second;
    int nanos;
    boolean morning;
    boolean afternoon;
    boolean utc;
    /** In seconds. An offset of -1 second counts as none, as Go has it. */
    int offset = -1;

    @Nullable
    String zoneName;

    /**
     * Returns the time.
     *
     * @param text for error texts
     * @throws IllegalArgumentException if there is no such day
     */
    GoTime time(String text, ZoneId local) {
        if (yearDay >= 0) {
            setDayOfYear(text);
        }
        int lastMonth = month < 0 ? 1 : month;
        int lastDay = day < 0 ? 1 : day;
        if (lastDay < 1 || lastDay > YearMonth.of(year, lastMonth).lengthOfMonth()) {
            throw TimeFault.outOfRange(text, "day");
        }
        long days = LocalDate.of(year, lastMonth, lastDay).toEpochDay();
        long seconds = days * 86_400 + hourOfDay() * 3_600L + minute * 60L + second;
        return inZone(seconds, local);
    }

    private int hourOfDay() {
        if (afternoon && hour < 12) {
            return hour + 12;
        }
        return !afternoon && morning && hour == 12 ? 0 : hour;
    }

    private void setDayOfYear(String text) {
        boolean leap = YearMonth.of(year, 1).isLeapYear();
        if (yearDay < 1 || yearDay > (leap ? 366 : 365)) {
            throw TimeFault.outOfRange(text, "day-of-year");
        }
        LocalDate date = LocalDate.ofYearDay(year, yearDay);
        if (month >= 0 && month != date.getMonthValue()) {
            throw TimeFault.of(text, ": day-of-year does not match month");
        }
        if (day >= 0 && day != date.getDayOfMonth()) {
            throw TimeFault.of(text, ": day-of-year does not match day");
        }
        month = date.getMonthValue();
        day = date.getDayOfMonth();
    }

    private GoTime inZone(long seconds, ZoneId local) {
        if (utc) {
            return GoTime.utc(seconds, nanos);
        }
        if (offset != -1) {
            GoTime here = GoTime.in(seconds - offset, nanos, local);
            boolean isLocal = zoneName == null && here.offset() == offset;
            return isLocal ? here : GoTime.at(seconds - offset, nanos, offset);
        }
        if (zoneName == null) {
            return GoTime.utc(seconds, nanos);
        }
        // Only GMT with a number has an offset, and that one shows the clock of another zone.
        boolean number = zoneName.startsWith("GMT") && zoneName.length() > 3;
        return GoTime.at(seconds, nanos, number ? Integer.parseInt(zoneName.substring(3)) * 3_600 : 0);
    }
}
