package io.ephor.patterns.leaf;

import org.jspecify.annotations.Nullable;

/**
 * The two ends of {@code a-b} or {@code a!-b}. An end is a sign or none, digits, a fraction or none, letters or none.
 *
 * <p>Kyverno: {@code pkg/engine/operator/operator.go}, InRangeRegex and NotInRangeRegex
 *
 * @param outside whether what is outside of the ends is meant
 */
record Range(String low, String high, boolean outside) {
    /** Reads a range; returns null when the text is none. */
    static @Nullable Range parse(String text) {
        int low = skipEnd(text, 0);
        if (low < 0) {
            return null;
        }
        boolean outside = text.startsWith("!-", low);
        if (!outside && !text.startsWith("-", low)) {
            return null;
        }
        int start = low + (outside ? 2 : 1);
        boolean whole = skipEnd(text, start) == text.length();
        return whole ? new Range(text.substring(0, low), text.substring(start), outside) : null;
    }

    /** Returns where the end that starts at an index is over, or -1 when none starts there. */
    private static int skipEnd(String text, int from) {
        // Kyverno's class of signs is [-|+], which lets a bar through
        boolean signed = from < text.length() && "-|+".indexOf(text.charAt(from)) >= 0;
        int start = signed ? from + 1 : from;
        int end = skipDigits(text, start);
        if (end == start) {
            return -1;
        }
        int fraction = end < text.length() && text.charAt(end) == '.' ? skipDigits(text, end + 1) : end;
        if (fraction > end + 1) {
            end = fraction;
        }
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int skipDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
