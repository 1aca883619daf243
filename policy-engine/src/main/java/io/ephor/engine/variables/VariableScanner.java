package io.ephor.engine.variables;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds variables in a text, each time in one run over it.
 *
 * <p>A variable is <code>{{</code>, then no braces except pairs that hold no others, then <code>}}</code>; a backslash
 * before it escapes it. The character before a variable belongs to what is found, so that of two without anything in
 * between the second one is found only when the first one is replaced.
 *
 * <p>Kyverno: pkg/engine/variables/regex/vars.go, RegexVariables
 */
final class VariableScanner {
    static final String OPEN = "{{";
    static final String CLOSE = "}}";
    static final String ESCAPED = "\\{{";

    private VariableScanner() {}

    /** Returns what one pass replaces, in order. */
    static List<TextMatch> pass(String text) {
        List<TextMatch> found = new ArrayList<>(2);
        int done = 0;
        int start = text.indexOf(OPEN);
        while (start >= 0) {
            int end = start > 0 && start <= done ? -1 : end(text, start);
            if (end < 0 || isEscaped(text, start)) {
                start = text.indexOf(OPEN, start + 1);
                continue;
            }
            found.add(TextMatch.of(text, start, end));
            done = end;
            start = text.indexOf(OPEN, end);
        }
        return found;
    }

    /** Returns all variables that stand in a text as they are, also those that are found only in a later pass. */
    static List<TextMatch> all(String text) {
        List<TextMatch> found = new ArrayList<>(2);
        int start = text.indexOf(OPEN);
        while (start >= 0) {
            int end = isEscaped(text, start) ? -1 : end(text, start);
            if (end >= 0) {
                boolean behindAnother =
                        !found.isEmpty() && found.get(found.size() - 1).end() == start;
                found.add(behindAnother ? new TextMatch(start, end, TextMatch.NONE) : TextMatch.of(text, start, end));
            }
            start = text.indexOf(OPEN, end < 0 ? start + 1 : end);
        }
        return found;
    }

    private static boolean isEscaped(String text, int start) {
        return start > 0 && text.charAt(start - 1) == '\\';
    }

    /** Returns the index behind the variable that starts at an index, or -1 when none starts there. */
    static int end(String text, int start) {
        int i = start + OPEN.length();
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '}') {
                return text.startsWith(CLOSE, i) ? i + CLOSE.length() : -1;
            }
            i = c == '{' ? endOfPair(text, i) : i + 1;
            if (i < 0) {
                return -1;
            }
        }
        return -1;
    }

    private static int endOfPair(String text, int open) {
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '}') {
                return i + 1;
            }
            if (c == '{') {
                return -1;
            }
        }
        return -1;
    }
}
