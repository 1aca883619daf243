package io.ephor.engine.autogen;

/**
 * Shifts the references {@code $(…)} of a message to where their targets are in the derived rule.
 *
 * <p>Kyverno: {@code pkg/engine/variables/vars.go}, FindAndShiftReferences. A reference reaches to the last closing
 * parenthesis before a blank, a backslash before it escapes it, and the {@code n} of {@code anyPattern/n} is taken from
 * the first reference for all of them.
 */
final class ReferenceShift {
    private static final String START = "$(";
    private static final String ANY_PATTERN = "anyPattern";

    private final String message;
    private final String shift;
    private String pivot;
    private int tokenEnd = -1;
    private int lastParenthesis = -1;

    private ReferenceShift(String message, String shift, String pivot) {
        this.message = message;
        this.shift = shift;
        this.pivot = pivot;
    }

    /** Returns the message with {@code shift} inserted after every occurrence of the pivot in its references. */
    static String shifted(String message, String shift, String pivot) {
        return message.contains(START) ? new ReferenceShift(message, shift, pivot).shifted() : message;
    }

    private String shifted() {
        StringBuilder shifted = new StringBuilder(message.length() + 64);
        int done = 0;
        int start = message.indexOf(START);
        while (start >= 0) {
            int end = isReference(start, done) ? end(start) : -1;
            if (end < 0) {
                start = message.indexOf(START, start + 1);
                continue;
            }
            shifted.append(message, done, start).append(shiftedReference(message.substring(start, end)));
            done = end;
            start = message.indexOf(START, end);
        }
        return shifted.append(message, done, message.length()).toString();
    }

    /** A reference stands at the beginning, or behind a character that belongs to no other reference. */
    private boolean isReference(int start, int done) {
        return start == 0 || (start > done && message.charAt(start - 1) != '\\');
    }

    /** Returns the index behind a reference, or -1 where it is not closed. Each word is searched only once. */
    private int end(int start) {
        int first = start + START.length();
        if (first >= message.length() || message.charAt(first) == '\n') {
            return -1;
        }
        int rest = first + 1;
        if (rest > tokenEnd) {
            int blank = message.indexOf(' ', rest);
            tokenEnd = blank < 0 ? message.length() : blank;
            lastParenthesis = tokenEnd - 1;
            while (lastParenthesis >= rest && message.charAt(lastParenthesis) != ')') {
                lastParenthesis--;
            }
        }
        return lastParenthesis < rest ? -1 : lastParenthesis + 1;
    }

    private String shiftedReference(String reference) {
        if (pivot.equals(ANY_PATTERN)) {
            pivot = withIndex(reference);
        }
        return reference.replace(pivot, pivot + "/" + shift);
    }

    private static String withIndex(String reference) {
        int start = reference.indexOf(ANY_PATTERN) + ANY_PATTERN.length() + 1;
        if (start > reference.length()) {
            return ANY_PATTERN;
        }
        int end = reference.indexOf('/', start);
        return ANY_PATTERN + "/" + reference.substring(start, end < 0 ? reference.length() : end);
    }
}
