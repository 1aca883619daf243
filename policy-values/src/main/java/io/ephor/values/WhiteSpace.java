package io.ephor.values;

/** White space as Go's {@code unicode.IsSpace} knows it: the Unicode property White_Space. */
public final class WhiteSpace {
    private WhiteSpace() {}

    /**
     * {@return whether a character is white space} All white space lies in the basic plane.
     *
     * @param character the character
     */
    public static boolean is(char character) {
        if (character < 0x80) {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }
        return switch (character) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> character >= 0x2000 && character <= 0x200A;
        };
    }

    /**
     * {@return the text without white space at both ends; the same text when there is none}
     *
     * @param text the text
     */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        while (end > start && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
