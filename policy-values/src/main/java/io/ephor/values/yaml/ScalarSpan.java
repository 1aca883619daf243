package io.ephor.values.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Where a part of a scalar's value stands in the text: value and text are laid side by side, passing over quotes,
 * indentation and escapes.
 *
 * @param start the offset of the part's first char in the text
 * @param end the offset after its last char
 */
public record ScalarSpan(int start, int end) {
    private static final int WIDEST_ESCAPE = 10;

    /** Finds a part; null when value and text cannot be brought together. */
    public static @Nullable ScalarSpan find(String text, int start, int end, String value, int from, int to) {
        int at = content(text, start, Math.min(end, text.length()));
        boolean escapes = at > start && text.charAt(at - 1) == '"';
        boolean quotes = at > start && text.charAt(at - 1) == '\'';
        int first = -1;
        int i = 0;
        int limit = Math.min(end, text.length());
        while (i <= value.length()) {
            if (i < value.length()) {
                at = align(text, at, limit, value.charAt(i), escapes);
            }
            first = i == from ? at : first;
            if (i == to) {
                return at < first ? null : new ScalarSpan(first, at);
            }
            if (at < 0 || at >= limit) {
                return null;
            }
            int width = width(text, at, value.charAt(i), escapes, quotes);
            if (width < 0) {
                return null;
            }
            boolean isWide = width == WIDEST_ESCAPE && Character.isHighSurrogate(value.charAt(i));
            at += width;
            i += isWide ? 2 : 1;
        }
        return null;
    }

    /** Returns the offset of the content, after properties, an opening quote or the header of a block. */
    private static int content(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == '&' || text.charAt(i) == '!')) {
            while (i < end && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            while (i < end && Character.isWhitespace(text.charAt(i))) {
                i++;
            }
        }
        if (i >= end) {
            return start;
        }
        char c = text.charAt(i);
        if (c == '"' || c == '\'') {
            return i + 1;
        }
        if (c == '|' || c == '>') {
            int newline = text.indexOf('\n', i);
            return newline < 0 || newline >= end ? i : newline + 1;
        }
        return i;
    }

    /** Passes over white space that the value does not have at this point. */
    private static int align(String text, int from, int limit, char wanted, boolean escapes) {
        int at = from;
        if (at < 0) {
            return at;
        }
        boolean wantsBlank = Character.isWhitespace(wanted);
        while (at < limit && text.charAt(at) != wanted) {
            boolean isEscape = escapes && text.charAt(at) == '\\';
            boolean isJoint =
                    isEscape && at + 1 < limit && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r');
            if (isJoint) {
                at += 2;
            } else if (isEscape || wantsBlank || !Character.isWhitespace(text.charAt(at))) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** Returns how many chars of the text make a char of the value, -1 when the text has another one. */
    private static int width(String text, int at, char wanted, boolean escapes, boolean quotes) {
        char c = text.charAt(at);
        if (escapes && c == '\\' && at + 1 < text.length()) {
            return switch (text.charAt(at + 1)) {
                case 'x' -> 4;
                case 'u' -> 6;
                case 'U' -> WIDEST_ESCAPE;
                default -> 2;
            };
        }
        if (c == wanted) {
            return quotes && c == '\'' ? 2 : 1;
        }
        if (!Character.isWhitespace(wanted)) {
            return -1;
        }
        return Character.isWhitespace(c) ? 1 : 0;
    }
}
