package io.ephor.values.text;

/** Cuts a text that goes into a message, so that a message never holds megabytes of input. */
public final class Excerpt {
    private static final int LONGEST = 1_000;

    private Excerpt() {}

    /** Returns the text itself up to 1,000 characters, else its start followed by an ellipsis. */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
