package io.ephor.engine.podsecurity.typed;

import org.jspecify.annotations.Nullable;

/** Times of the form {@code 2006-01-02T15:04:05Z07:00}, read as Go does: with a fraction of any length. */
final class GoTime {
    private static final String LAYOUT = "2006-01-02T15:04:05Z07:00";
    private static final int LONGEST = 1_000;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final String text;
    private int position;
    private @Nullable String fault;

    private GoTime(String text) {
        this.text = text;
    }

    /** {@return what is wrong with a text, or null if it is a time} */
    static @Nullable String fault(String text) {
        GoTime time = new GoTime(text);
        time.read();
        return time.fault;
    }

    private void read() {
        int year = number(4, "2006", 0, 9999, "year");
        letter('-');
        int month = number(2, "01", 1, 12, "month");
        letter('-');
        int start = position;
        int day = number(2, "02", 0, 99, "day");
        letter('T');
        number(2, "15", 0, 23, "hour");
        letter(':');
        number(2, "04", 0, 59, "minute");
        letter(':');
        number(2, "05", 0, 59, "second");
        fraction();
        zone();
        if (fault == null && position < text.length()) {
            fault = "parsing time " + quoted(text) + ": extra text: " + quoted(text.substring(position));
        }
        if (fault == null && (day < 1 || day > days(year, month)) && start > 0) {
            outOfRange("day");
        }
    }

    private static int days(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private int number(int digits, String element, int least, int most, String name) {
        if (fault != null) {
            return 0;
        }
        int value = 0;
        for (int i = position; i < position + digits; i++) {
            char letter = i < text.length() ? text.charAt(i) : ' ';
            if (letter < '0' || letter > '9') {
                cannotParse(element);
                return 0;
            }
            value = value * 10 + (letter - '0');
        }
        position += digits;
        if (value < least || value > most) {
            outOfRange(name);
        }
        return value;
    }

    private void letter(char expected) {
        if (fault != null) {
            return;
        }
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
        } else {
            cannotParse(String.valueOf(expected));
        }
    }

    private void fraction() {
        boolean starts = fault == null && position + 1 < text.length() && ".,".indexOf(text.charAt(position)) >= 0;
        if (!starts || !isDigit(position + 1)) {
            return;
        }
        position++;
        while (isDigit(position)) {
            position++;
        }
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private void zone() {
        if (fault != null) {
            return;
        }
        if (text.startsWith("Z", position)) {
            position++;
            return;
        }
        boolean offset = text.length() >= position + 6
                && "+-".indexOf(text.charAt(position)) >= 0
                && isDigit(position + 1)
                && isDigit(position + 2)
                && text.charAt(position + 3) == ':'
                && isDigit(position + 4)
                && isDigit(position + 5);
        if (!offset) {
            cannotParse("Z07:00");
            return;
        }
        int hours = Integer.parseInt(text, position + 1, position + 3, 10);
        int minutes = Integer.parseInt(text, position + 4, position + 6, 10);
        position += 6;
        if (hours > 24) {
            outOfRange("time zone offset hour");
        } else if (minutes > 60) {
            outOfRange("time zone offset minute");
        }
    }

    private void cannotParse(String element) {
        String rest = text.substring(Math.min(position, text.length()));
        fault = "parsing time " + quoted(text) + " as \"" + LAYOUT + "\": cannot parse " + quoted(rest) + " as \""
                + element + '"';
    }

    private void outOfRange(String name) {
        fault = "parsing time " + quoted(text) + ": " + name + " out of range";
    }

    /** Long texts are cut. */
    private static String quoted(String text) {
        if (text.length() > LONGEST) {
            return quoted(text.substring(0, LONGEST - 1) + '…');
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
