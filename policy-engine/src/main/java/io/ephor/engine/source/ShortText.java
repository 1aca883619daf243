package io.ephor.engine.source;

/** Cuts texts of a document that go into a message, so that a message never holds megabytes of input. */
public final class ShortText {
    private ShortText() {}

    /**
     * {@return a text, or its beginning with an ellipsis behind it; no surrogate pair is split}
     *
     * @param text the text
     * @param longest how many chars of it are shown at most
     */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
