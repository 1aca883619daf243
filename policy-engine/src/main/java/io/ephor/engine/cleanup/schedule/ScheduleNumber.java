package io.ephor.engine.cleanup.schedule;

/** The numbers in a schedule. */
final class ScheduleNumber {
    /** What stands for every number that is larger than any field allows. */
    static final long HUGE = Long.MAX_VALUE;

    /** What stands for a text that is no number. */
    static final long NONE = -1;

    private static final String LARGEST = "9223372036854775807";

    private ScheduleNumber() {}

    /** Returns the number that a text is to admission: digits, with a plus before them or not. */
    static long admitted(String text) {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty() || !isDigits(digits)) {
            return NONE;
        }
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        int length = digits.length() - start;
        if (length > LARGEST.length()
                || (length == LARGEST.length() && digits.substring(start).compareTo(LARGEST) > 0)) {
            return NONE;
        }
        return length > 9 ? HUGE : Long.parseLong(digits.substring(start));
    }

    /** Returns whether a text is a number as the schedule is run: one digit or two. */
    static boolean isShort(String text) {
        return (text.length() == 1 || text.length() == 2) && isDigits(text);
    }

    /** Returns whether a text has nothing but digits; one without characters has. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
