package io.ephor.jmespath.regex;

import org.jspecify.annotations.Nullable;

/**
 * A count in braces: {@code {2}}, {@code {2,}} or {@code {2,5}}.
 *
 * @param least the first number; -1 when it or the second one is far too large
 * @param most the second number, -1 when there is none
 * @param length how many characters it takes
 */
record RepeatCount(int least, int most, int length) {
    private static final int FAR_TOO_LARGE = 100_000_000;

    /** Reads the count at a brace; null where there is none. */
    static @Nullable RepeatCount read(String text, int brace) {
        int at = digitsEnd(text, brace + 1);
        if (at < 0 || at >= text.length()) {
            return null;
        }
        int least = number(text, brace + 1, at);
        int most = least;
        if (text.charAt(at) == ',') {
            int start = at + 1;
            at = start;
            most = -1;
            if (at < text.length() && text.charAt(at) != '}') {
                at = digitsEnd(text, start);
                if (at < 0) {
                    return null;
                }
                most = number(text, start, at);
                least = most < 0 ? -1 : least;
            }
        }
        boolean closed = at < text.length() && text.charAt(at) == '}';
        return closed ? new RepeatCount(least, most, at + 1 - brace) : null;
    }

    boolean isValid(int largest) {
        return least >= 0 && least <= largest && most <= largest && (most < 0 || least <= most);
    }

    /** Returns where a number without leading zeros ends; -1 where there is none. */
    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        boolean leadingZero = at > start + 1 && text.charAt(start) == '0';
        return at == start || leadingZero ? -1 : at;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            if (number >= FAR_TOO_LARGE) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
