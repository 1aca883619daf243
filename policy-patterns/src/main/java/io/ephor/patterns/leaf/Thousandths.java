package io.ephor.patterns.leaf;

/**
 * Amounts of usual size as a number of thousandths, so that they can be compared without making objects: digits and
 * one of the suffixes {@code m k M G Ki Mi Gi Ti}, or none.
 */
final class Thousandths {
    /** Says that a text is of another form or too big; it may be a quantity all the same. */
    static final long NONE = -1;

    private static final int DIGITS = 15;
    private static final long MOST = Long.MAX_VALUE / 1000;

    private Thousandths() {}

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

    /** Returns the same of a whole number; what is negative or too big has none. */
    static long of(long number) {
        return number >= 0 && number <= MOST ? number * 1000 : NONE;
    }

    /** Returns the thousandths of the suffix from an index on, 0 if it is another one. */
    private static long unit(String text, int from) {
        int length = text.length() - from;
        if (length == 0) {
            return 1000;
        }
        char first = text.charAt(from);
        if (length == 1) {
            return switch (first) {
                case 'm' -> 1;
                case 'k' -> 1_000_000L;
                case 'M' -> 1_000_000_000L;
                case 'G' -> 1_000_000_000_000L;
                default -> 0;
            };
        }
        if (length > 2 || text.charAt(from + 1) != 'i') {
            return 0;
        }
        return switch (first) {
            case 'K' -> 1000L << 10;
            case 'M' -> 1000L << 20;
            case 'G' -> 1000L << 30;
            case 'T' -> 1000L << 40;
            default -> 0;
        };
    }
}
