package io.ephor.values.yaml;

/**
 * Tells whether a text is one of the dates that Go's YAML reader accepts under the tag {@code !!timestamp}; their value
 * stays the text.
 *
 * <p>Kyverno: go.yaml.in/yaml/v2/resolve.go
 */
final class YamlTimestamp {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final String text;
    private int position;

    private YamlTimestamp(String text) {
        this.text = text;
    }

    static boolean isTimestamp(String text) {
        return text.length() <= 100 && new YamlTimestamp(text).matches();
    }

    private boolean matches() {
        int year = number(4, 4);
        boolean date = year >= 0 && take('-');
        int month = date ? number(1, 2) : -1;
        date = month >= 1 && month <= 12 && take('-');
        int day = date ? number(1, 2) : -1;
        if (day < 1 || day > daysOf(year, month)) {
            return false;
        }
        if (position == text.length()) {
            return true;
        }
        if (take(' ')) {
            return time() && position == text.length();
        }
        return (take('T') || take('t')) && time() && zone() && position == text.length();
    }

    private boolean time() {
        boolean clock = inRange(number(1, 2), 23) && take(':');
        clock = clock && inRange(number(1, 2), 59) && take(':');
        clock = clock && inRange(number(1, 2), 59);
        if (!clock) {
            return false;
        }
        boolean fraction = position + 1 < text.length()
                && (text.charAt(position) == '.' || text.charAt(position) == ',')
                && isDigit(position + 1);
        if (fraction) {
            position++;
            while (isDigit(position)) {
                position++;
            }
        }
        return true;
    }

    private boolean zone() {
        if (take('Z')) {
            return true;
        }
        boolean offset = take('+') || take('-');
        offset = offset && inRange(number(2, 2), 24) && take(':');
        return offset && inRange(number(2, 2), 60);
    }

    private int number(int least, int most) {
        int start = position;
        int value = 0;
        while (position - start < most && isDigit(position)) {
            value = value * 10 + text.charAt(position) - '0';
            position++;
        }
        return position - start < least ? -1 : value;
    }

    private boolean take(char expected) {
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private boolean isDigit(int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean inRange(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }
}
