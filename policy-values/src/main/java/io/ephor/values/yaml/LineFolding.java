package io.ephor.values.yaml;

/** White space in the middle of a scalar: blanks stay, line breaks are folded. Used by one thread. */
final class LineFolding {
    private final StringBuilder blanks = new StringBuilder();
    private final StringBuilder laterBreaks = new StringBuilder();
    private char firstBreak;

    /** True after a line break, until what was collected is written. */
    boolean afterBreak() {
        return firstBreak != '\0';
    }

    void blank(char c) {
        if (firstBreak == '\0') {
            blanks.append(c);
        }
    }

    void lineBreak(char c) {
        if (firstBreak == '\0') {
            blanks.setLength(0);
            firstBreak = c;
        } else {
            laterBreaks.append(c);
        }
    }

    /** A line break after one that was escaped. */
    void laterBreak(char c) {
        laterBreaks.append(c);
    }

    void clear() {
        blanks.setLength(0);
        laterBreaks.setLength(0);
        firstBreak = '\0';
    }

    /** Appends what is due and forgets it. */
    void writeTo(StringBuilder value) {
        if (firstBreak == '\0') {
            value.append(blanks).append(laterBreaks);
        } else if (firstBreak != '\n') {
            value.append(firstBreak).append(laterBreaks);
        } else if (laterBreaks.length() == 0) {
            value.append(' ');
        } else {
            value.append(laterBreaks);
        }
        clear();
    }
}
