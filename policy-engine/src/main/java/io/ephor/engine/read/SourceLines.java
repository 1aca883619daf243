package io.ephor.engine.read;

import org.jspecify.annotations.Nullable;

/** Finds a line of a text that could not be read as a document. */
final class SourceLines {
    private SourceLines() {}

    /** Returns a line, counted from 1, without its line break; null where there is no such line. */
    static @Nullable String line(String text, int number) {
        int start = 0;
        for (int line = 1; line < number; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return null;
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    }
}
