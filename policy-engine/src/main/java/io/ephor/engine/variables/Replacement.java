package io.ephor.engine.variables;

import java.util.HashSet;
import java.util.Set;

/**
 * A text in which one variable after the other is replaced by its value. Used by one thread.
 *
 * <p>Kyverno replaces the first occurrence of a variable in what the text has become, which is another one than was found
 * where a value before it holds, ends in or lays bare the same variable. Such values are noticed; without them the text
 * is written from left to right.
 */
final class Replacement {
    private final String source;
    private StringBuilder result = new StringBuilder();
    private int done;
    private final Set<String> laidBare = new HashSet<>();
    private boolean searching;

    Replacement(String source) {
        this.source = source;
    }

    /**
     * Replaces the next variable.
     *
     * @return how many characters were looked at and written
     */
    int replace(TextMatch match, String value) {
        String replaced = match.replaced(source);
        if (!searching && laidBare.contains(replaced)) {
            search();
        }
        if (searching) {
            return replaceFirst(replaced, match, value);
        }
        result.append(source, done, match.start()).append(value);
        done = match.end();
        if (value.contains(VariableScanner.OPEN) || value.endsWith("{")) {
            search();
        } else if (source.startsWith(VariableScanner.OPEN, done)) {
            noteLaidBare();
        }
        return value.length();
    }

    /** Goes on with the whole text, as it is now. */
    private void search() {
        searching = true;
        result.append(source, done, source.length());
    }

    private void noteLaidBare() {
        int end = VariableScanner.end(source, done);
        if (end >= 0 && !result.isEmpty()) {
            int before = result.codePointBefore(result.length());
            laidBare.add(Character.toString(before) + source.substring(done, end));
        }
    }

    private int replaceFirst(String replaced, TextMatch match, String value) {
        int at = result.indexOf(replaced);
        if (at < 0) {
            return result.length();
        }
        int start = at + match.start() - match.from();
        result.replace(start, at + replaced.length(), value);
        return result.length();
    }

    /** Returns how long the text is by now. */
    int length() {
        return searching ? result.length() : result.length() + source.length() - done;
    }

    String text() {
        return searching
                ? result.toString()
                : result.append(source, done, source.length()).toString();
    }
}
