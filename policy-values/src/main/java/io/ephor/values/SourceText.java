package io.ephor.values;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A named text whose lines are found when somebody asks for one. Safe to share between threads. */
final class SourceText {
    private final String name;
    private final String text;

    // Written by whichever thread asks first; every thread would compute the same.
    private volatile int @Nullable [] lineStarts;

    SourceText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** Returns the offset after a byte order mark. */
    int contentStart() {
        return text.startsWith("\uFEFF") ? 1 : 0;
    }

    /** Returns the range between two offsets in chars, the second at or after the first. */
    SourceRange range(int start, int end) {
        int from = Math.min(Math.max(start, 0), text.length());
        int to = Math.min(Math.max(end, from), text.length());
        int line = lineOf(from);
        int endLine = lineOf(to);
        return new SourceRange(name, line, columnOf(from, line), endLine, columnOf(to, endLine));
    }

    /** Returns a line without its line break; empty when the text has no such line. */
    String line(int number) {
        int[] starts = starts();
        if (number < 1 || number > starts.length) {
            return "";
        }
        int start = starts[number - 1];
        int end = number < starts.length ? starts[number] : text.length();
        while (end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(starts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int columnOf(int offset, int line) {
        int start = starts()[line - 1];
        return offset <= start ? 1 : text.codePointCount(start, offset) + 1;
    }

    private int[] starts() {
        int[] known = lineStarts;
        if (known == null) {
            known = findStarts();
            lineStarts = known;
        }
        return known;
    }

    private int[] findStarts() {
        int[] starts = new int[16];
        int count = 0;
        starts[count++] = contentStart();
        int feed = text.indexOf('\n');
        int carriage = text.indexOf('\r');
        while (feed >= 0 || carriage >= 0) {
            boolean carriageFirst = carriage >= 0 && (feed < 0 || carriage < feed);
            int end = carriageFirst && carriage + 1 != feed ? carriage : feed;
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
            feed = feed == end ? text.indexOf('\n', end + 1) : feed;
            carriage = carriageFirst ? text.indexOf('\r', end + 1) : carriage;
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
