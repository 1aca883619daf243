package io.ephor.values;

import java.io.Reader;

/**
 * Hands a text to the parser in parts, and stops when the parser swallows more than a scalar may have without giving an
 * event for it. Used by one thread.
 */
final class BoundedText extends Reader {
    /** Said to the parser's caller when a scalar does not end. */
    static final class ScalarTooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ScalarTooLong() {
            super("scalar too long", null, false, false);
        }
    }

    private final String text;
    private final long slack;
    private int given;
    private int consumed;

    BoundedText(String text, int scalarCodePoints) {
        this.text = text;
        this.slack = 2L * scalarCodePoints + 2L * ParserSettings.LARGEST_BUFFER;
    }

    /** Says up to where the parser has given events, in code points. */
    void consumed(int codePoints) {
        consumed = codePoints;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (given == text.length()) {
            return -1;
        }
        if (given - (long) consumed > slack && given > 2L * consumed + slack) {
            throw new ScalarTooLong();
        }
        int count = Math.min(length, text.length() - given);
        text.getChars(given, given + count, buffer, offset);
        given += count;
        return count;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
