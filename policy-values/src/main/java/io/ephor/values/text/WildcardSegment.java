package io.ephor.values.text;

import org.jspecify.annotations.Nullable;

/**
 * The part of a wildcard pattern between two stars: literal characters and {@code ?}.
 *
 * <p>Searching takes time in proportion to the text where the segment is literal, and at most text times segment where
 * it holds {@code ?}.
 */
public final class WildcardSegment {
    /** From this length on a search keeps what it has learnt, so that `aaaa…ab` cannot make it quadratic. */
    private static final int LONG = 64;

    private final String text;
    private final boolean literal;
    private final int @Nullable [] borders;

    private WildcardSegment(String text, boolean searched) {
        this.text = text;
        this.literal = text.indexOf('?') < 0;
        this.borders = searched && literal && text.length() >= LONG ? borders(text) : null;
    }

    /** A segment at the start or the end of a pattern, which is never searched for. */
    public static WildcardSegment atEnd(String text) {
        return new WildcardSegment(text, false);
    }

    /** A segment between two stars. */
    public static WildcardSegment between(String text) {
        return new WildcardSegment(text, true);
    }

    /** Returns the index after the code point at an index. */
    public static int next(String text, int index) {
        boolean pair = Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
        return index + (pair ? 2 : 1);
    }

    /** Returns where this segment ends when it starts exactly at {@code from}, -1 when it does not stand there. */
    public int endAt(String value, int from, int to) {
        if (literal) {
            int end = from + text.length();
            return end <= to && value.startsWith(text, from) ? end : -1;
        }
        int index = from;
        for (int i = 0; i < text.length(); i++) {
            if (index >= to) {
                return -1;
            }
            char wanted = text.charAt(i);
            if (wanted == '?') {
                index = next(value, index);
            } else if (wanted == value.charAt(index)) {
                index++;
            } else {
                return -1;
            }
        }
        return index;
    }

    /** Returns where this segment starts when it ends exactly at {@code to}, -1 when it does not stand there. */
    public int startBefore(String value, int from, int to) {
        if (literal) {
            int start = to - text.length();
            return start >= from && value.startsWith(text, start) ? start : -1;
        }
        int index = to;
        for (int i = text.length() - 1; i >= 0; i--) {
            if (index <= from) {
                return -1;
            }
            char wanted = text.charAt(i);
            if (wanted == '?') {
                index = value.offsetByCodePoints(index, -1);
            } else if (wanted == value.charAt(index - 1)) {
                index--;
            } else {
                return -1;
            }
        }
        return index < from ? -1 : index;
    }

    /** Returns the end of the first place in a range at which this segment stands, -1 when there is none. */
    public int find(String value, int from, int to) {
        if (borders != null) {
            return findLong(borders, value, from, to);
        }
        if (literal) {
            int start = value.indexOf(text, from);
            return start >= 0 && start + text.length() <= to ? start + text.length() : -1;
        }
        for (int start = from; start < to; start = next(value, start)) {
            int end = endAt(value, start, to);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** Searches without ever going back in the value (Knuth, Morris and Pratt). */
    private int findLong(int[] known, String value, int from, int to) {
        int matched = 0;
        for (int index = from; index < to; index++) {
            char found = value.charAt(index);
            while (matched > 0 && text.charAt(matched) != found) {
                matched = known[matched - 1];
            }
            if (text.charAt(matched) == found) {
                matched++;
            }
            if (matched == text.length()) {
                return index + 1;
            }
        }
        return -1;
    }

    /** For each prefix the length of its longest proper prefix that is also its suffix. */
    private static int[] borders(String text) {
        int[] borders = new int[text.length()];
        int length = 0;
        for (int i = 1; i < text.length(); i++) {
            while (length > 0 && text.charAt(length) != text.charAt(i)) {
                length = borders[length - 1];
            }
            if (text.charAt(length) == text.charAt(i)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
