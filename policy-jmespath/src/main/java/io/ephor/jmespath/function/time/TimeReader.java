package io.ephor.jmespath.function.time;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one time by a layout; used once and thrown away.
 *
 * <p>Go: time/format.go
 */
final class TimeReader {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> WEEKDAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    private static final List<String> SHORT_MONTHS = shortened(MONTHS);
    private static final List<String> SHORT_WEEKDAYS = shortened(WEEKDAYS);

    private final Layout layout;
    private final String whole;
    private final ValueText value;
    private final TimeFields fields = new TimeFields();
    private @Nullable String outOfRange;

    /** Takes the characters of the UTF-8 bytes of a layout and a text. */
    TimeReader(String layout, String text) {
        this.layout = new Layout(layout);
        this.whole = text;
        this.value = new ValueText(text);
    }

    /**
     * Reads the time.
     *
     * @param local the zone that an offset is taken for where it has that offset at that time
     * @throws IllegalArgumentException if the text is none, in Go's words
     */
    GoTime read(ZoneId local) {
        for (layout.next(); ; layout.next()) {
            if (!value.skip(layout.text(), layout.literalStart(), layout.literalEnd())) {
                String literal = layout.text().substring(layout.literalStart(), layout.literalEnd());
                throw TimeFault.cannotParse(whole, layout.text(), value.rest(), literal);
            }
            if (layout.chunk() == Chunk.END) {
                break;
            }
            int start = value.at();
            boolean isThere = readChunk();
            if (outOfRange != null) {
                throw TimeFault.outOfRange(whole, outOfRange);
            }
            if (!isThere) {
                value.moveTo(start);
                throw TimeFault.cannotParse(whole, layout.text(), value.rest(), layout.chunkText());
            }
        }
        if (!value.isAtEnd()) {
            throw TimeFault.of(whole, ": extra text: " + TimeFault.quote(value.rest()));
        }
        return fields.time(whole, local);
    }

    private boolean readChunk() {
        return switch (layout.chunk()) {
            case LONG_YEAR -> longYear();
            case YEAR -> year();
            case LONG_MONTH -> month(value.name(MONTHS) + 1);
            case MONTH -> month(value.name(SHORT_MONTHS) + 1);
            case NUMBER_MONTH -> numberMonth(false);
            case ZERO_MONTH -> numberMonth(true);
            case LONG_WEEKDAY -> value.name(WEEKDAYS) >= 0;
            case WEEKDAY -> value.name(SHORT_WEEKDAYS) >= 0;
            case UNDER_DAY -> underDay();
            case DAY -> day(false);
            case ZERO_DAY -> day(true);
            case UNDER_YEAR_DAY -> underYearDay();
            case ZERO_YEAR_DAY -> yearDay(true);
            default -> readClock();
        };
    }

    private boolean readClock() {
        return switch (layout.chunk()) {
            case HOUR -> hour(value.number(false), 23);
            case HOUR_12 -> hour(value.number(false), 12);
            case ZERO_HOUR_12 -> hour(value.number(true), 12);
            case MINUTE -> minute(false);
            case ZERO_MINUTE -> minute(true);
            case SECOND -> second(false);
            case ZERO_SECOND -> second(true);
            case CAPITAL_HALF -> half("AM", "PM");
            case SMALL_HALF -> half("am", "pm");
            case FIXED_FRACTION -> fixedFraction(layout.chunkLength());
            case OPEN_FRACTION -> openFraction();
            case ZONE_NAME -> zoneName();
            case ZULU_OFFSET -> zulu() || offset();
            case OFFSET -> offset();
            default -> throw new IllegalStateException(layout.chunk().name());
        };
    }

    private boolean longYear() {
        if (value.left() < 4 || !value.isDigit(0)) {
            return false;
        }
        for (int i = 1; i < 4; i++) {
            if (!value.isDigit(i)) {
                return false;
            }
        }
        fields.year = Integer.parseInt(value.take(4));
        return true;
    }

    /** Two characters, of which the first may be a sign. */
    private boolean year() {
        boolean signed = value.peek(0) == '-' || value.peek(0) == '+';
        if (!value.isDigit(1) || (!signed && !value.isDigit(0))) {
            return false;
        }
        int year = Integer.parseInt(value.take(2));
        fields.year = year >= 69 ? year + 1900 : year + 2000;
        return true;
    }

    private boolean month(int month) {
        fields.month = month;
        return month > 0;
    }

    private boolean numberMonth(boolean twoDigits) {
        int month = value.number(twoDigits);
        if (month == 0 || month > 12) {
            outOfRange = "month";
        }
        fields.month = month;
        return month >= 0;
    }

    private boolean underDay() {
        value.takeIf(' ');
        return day(false);
    }

    private boolean day(boolean twoDigits) {
        fields.day = value.number(twoDigits);
        return fields.day >= 0;
    }

    private boolean underYearDay() {
        value.takeIf(' ');
        value.takeIf(' ');
        return yearDay(false);
    }

    private boolean yearDay(boolean threeDigits) {
        fields.yearDay = value.longNumber(threeDigits);
        return fields.yearDay >= 0;
    }

    private boolean hour(int hour, int most) {
        if (hour > most) {
            outOfRange = "hour";
        }
        fields.hour = hour;
        return hour >= 0;
    }

    private boolean minute(boolean twoDigits) {
        fields.minute = value.number(twoDigits);
        if (fields.minute > 59) {
            outOfRange = "minute";
        }
        return fields.minute >= 0;
    }

    /** A fraction after the seconds belongs to them, unless the layout has one. */
    private boolean second(boolean twoDigits) {
        fields.second = value.number(twoDigits);
        if (fields.second > 59) {
            outOfRange = "second";
            return false;
        }
        int digits = value.fractionDigits();
        if (fields.second >= 0 && digits > 0 && !layout.isFollowedByFraction()) {
            return fraction(digits + 1);
        }
        return fields.second >= 0;
    }

    private boolean half(String first, String second) {
        if (value.left() < 2) {
            return false;
        }
        String found = value.take(2);
        fields.morning |= found.equals(first);
        fields.afternoon |= found.equals(second);
        return found.equals(first) || found.equals(second);
    }

    private boolean openFraction() {
        int digits = value.fractionDigits();
        return digits == 0 || fraction(digits + 1);
    }

    private boolean fixedFraction(int length) {
        return value.left() >= length && fraction(length);
    }

    /** Reads a point and digits; more than nine of them don't count. The first one may be a sign. */
    private boolean fraction(int length) {
        String read = value.take(length);
        int end = Math.min(length, 10);
        if (read.charAt(0) != '.' && read.charAt(0) != ',') {
            return false;
        }
        char first = end > 1 ? read.charAt(1) : 0;
        int start = first == '-' || first == '+' ? 2 : 1;
        int nanos = 0;
        for (int i = start; i < end; i++) {
            if (!ValueText.isDigit(read.charAt(i))) {
                return false;
            }
            nanos = nanos * 10 + (read.charAt(i) - '0');
        }
        if (first == '-' && nanos > 0) {
            outOfRange = "fractional second";
            return false;
        }
        for (int i = end; i < 10; i++) {
            nanos *= 10;
        }
        fields.nanos = nanos;
        return true;
    }

    private boolean zulu() {
        if (!value.takeIf('Z')) {
            return false;
        }
        fields.utc = true;
        return true;
    }

    private boolean zoneName() {
        int length = ZoneNames.lengthAt(value);
        if (length == 0) {
            return false;
        }
        String name = value.take(length);
        if (name.equals("UTC")) {
            fields.utc = true;
        } else {
            fields.zoneName = name;
        }
        return true;
    }

    /** Reads a sign and two, four or six digits, with colons where the layout has them. */
    private boolean offset() {
        String pattern = layout.chunkText();
        if (value.left() < pattern.length()) {
            return false;
        }
        boolean colons = pattern.indexOf(':') > 0;
        int step = colons ? 3 : 2;
        if (colons && (value.peek(3) != ':' || (pattern.length() > 6 && value.peek(6) != ':'))) {
            return false;
        }
        String read = value.take(pattern.length());
        int[] parts = new int[3];
        boolean areNumbers = true;
        for (int part = 0; areNumbers && 1 + part * step < read.length(); part++) {
            parts[part] = twoDigits(read, 1 + part * step);
            areNumbers = parts[part] >= 0;
        }
        checkOffset(parts);
        int offset = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        fields.offset = read.charAt(0) == '-' ? -offset : offset;
        return areNumbers && (read.charAt(0) == '+' || read.charAt(0) == '-');
    }

    private void checkOffset(int[] parts) {
        if (parts[0] > 24) {
            outOfRange = "time zone offset hour";
        }
        if (parts[1] > 60) {
            outOfRange = "time zone offset minute";
        }
        if (parts[2] > 60) {
            outOfRange = "time zone offset second";
        }
    }

    private static List<String> shortened(List<String> names) {
        return names.stream().map(name -> name.substring(0, 3)).toList();
    }

    private static int twoDigits(String text, int at) {
        boolean areDigits = ValueText.isDigit(text.charAt(at)) && ValueText.isDigit(text.charAt(at + 1));
        return areDigits ? (text.charAt(at) - '0') * 10 + (text.charAt(at + 1) - '0') : ValueText.NONE;
    }
}
