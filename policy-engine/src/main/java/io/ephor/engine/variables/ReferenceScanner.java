package io.ephor.engine.variables;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds references {@code $(…)} in a text, in one run over it.
 *
 * <p>A reference reaches to the last closing parenthesis before a blank, with at least one character in between; a
 * backslash before it escapes it. The character before a reference belongs to what is found.
 *
 * <p>Kyverno: pkg/engine/variables/regex/vars.go, RegexReferences and RegexEscpReferences
 */
public final class ReferenceScanner {
    /** What a reference starts with. */
    public static final String OPEN = "$(";

    private static final String ESCAPED = "\\$(";

    private final String text;
    private int wordEnd = -1;
    private int lastParenthesis = -1;

    private ReferenceScanner(String text) {
        this.text = text;
    }

    /**
     * Finds the references of a text.
     *
     * @param text the text
     * @return where they are, in order
     */
    public static List<TextMatch> matches(String text) {
        ReferenceScanner scanner = new ReferenceScanner(text);
        List<TextMatch> found = new ArrayList<>(1);
        int done = 0;
        int start = text.indexOf(OPEN);
        while (start >= 0) {
            boolean free = start == 0 || (start > done && text.charAt(start - 1) != '\\');
            int end = free ? scanner.end(start) : -1;
            if (end >= 0) {
                found.add(TextMatch.of(text, start, end));
                done = end;
            }
            start = text.indexOf(OPEN, end < 0 ? start + 1 : end);
        }
        return found;
    }

    /** Returns the escaped references of a text with their backslashes, in order. */
    static List<String> escaped(String text) {
        List<String> found = new ArrayList<>(1);
        int start = text.indexOf(ESCAPED);
        while (start >= 0) {
            int end = escapedEnd(text, start + ESCAPED.length());
            if (end >= 0) {
                found.add(text.substring(start, end));
            }
            start = text.indexOf(ESCAPED, end < 0 ? start + 1 : end);
        }
        return found;
    }

    private static int escapedEnd(String text, int first) {
        if (first >= text.length() || text.charAt(first) == '\n') {
            return -1;
        }
        for (int i = first + 1; i < text.length() && text.charAt(i) != ' '; i++) {
            if (text.charAt(i) == ')') {
                return i + 1;
            }
        }
        return -1;
    }

    /** Returns the index behind a reference, or -1 where it is not closed. Each word is searched only once. */
    private int end(int start) {
        int first = start + OPEN.length();
        if (first >= text.length() || text.charAt(first) == '\n') {
            return -1;
        }
        int rest = first + Character.charCount(text.codePointAt(first));
        if (rest > wordEnd) {
            int blank = text.indexOf(' ', rest);
            wordEnd = blank < 0 ? text.length() : blank;
            lastParenthesis = wordEnd - 1;
            while (lastParenthesis >= rest && text.charAt(lastParenthesis) != ')') {
                lastParenthesis--;
            }
        }
        return lastParenthesis < rest ? -1 : lastParenthesis + 1;
    }
}
