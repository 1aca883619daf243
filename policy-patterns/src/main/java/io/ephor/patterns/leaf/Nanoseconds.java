package io.ephor.patterns.leaf;

/**
 * Durations of usual size and one unit, such as {@code 90s}, as a number of nanoseconds, so that they can be compared
 * without making objects.
 */
final class Nanoseconds {
    /** Says that a text is of another form or too big; it may be a duration all the same. */
    static final long NONE = -1;

    private static final int DIGITS = 9;

    private Nanoseconds() {}

    static long of(String text) {
        int end = 0;
        long number = 0;
        while (end < text.length() && end < DIGITS && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            number = number * 10 + (text.charAt(end) - '0');
            end++;
        }
        long unit = end == 0 ? 0 : unit(text, end);
        return unit != 0 && number <= Long.MAX_VALUE / unit ? number * unit : NONE;
    }

    /** Returns the nanoseconds of the unit from an index on, 0 if it is another one. */
    private static long unit(String text, int from) {
        int length = text.length() - from;
        if (length == 1) {
            return switch (text.charAt(from)) {
                case 's' -> 1_000_000_000L;
                case 'm' -> 60_000_000_000L;
                case 'h' -> 3_600_000_000_000L;
                default -> 0;
            };
        }
        if (length != 2 || text.charAt(from + 1) != 's') {
            return 0;
        }
        return switch (text.charAt(from)) {
            case 'n' -> 1;
            case 'u' -> 1_000;
            case 'm' -> 1_000_000;
            default -> 0;
        };
    }
}
