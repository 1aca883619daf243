package io.ephor.engine.variables;

/**
 * A variable or reference that was found in a text.
 *
 * @param start where it starts
 * @param end the index behind it
 * @param prefix the code point before it, which belongs to what is replaced; {@link #NONE} at the start of the text
 */
public record TextMatch(int start, int end, int prefix) {
    /** The prefix of what stands at the start of a text. */
    public static final int NONE = -1;

    static TextMatch of(String text, int start, int end) {
        return new TextMatch(start, end, start == 0 ? NONE : text.codePointBefore(start));
    }

    /** Returns where what is replaced starts. */
    int from() {
        return prefix == NONE ? start : start - Character.charCount(prefix);
    }

    /** Returns what is replaced, the code point before it included. */
    String replaced(String text) {
        return text.substring(from(), end);
    }

    /**
     * Returns what was found, with its braces. Kyverno takes one byte off for the character before it: of one outside
     * ASCII the other bytes stay and make it unreadable.
     */
    String found(String text) {
        return "\uFFFD".repeat(strayBytes()) + text.substring(start, end);
    }

    /** Returns how many bytes of the character before it Kyverno leaves there. */
    int strayBytes() {
        if (prefix < 0x80) {
            return 0;
        }
        return prefix < 0x800 ? 1 : prefix < 0x10000 ? 2 : 3;
    }
}
